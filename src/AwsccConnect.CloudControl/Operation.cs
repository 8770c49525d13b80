using Amazon.Runtime;

namespace Amazon.CloudControlApi;

/// <summary>What a resource request asks for.</summary>
/// <remarks>
/// Values that AWS adds later are kept as they come: compare with these fields, or with strings.
/// </remarks>
public class Operation : ConstantClass
{
    /// <summary>A resource is created.</summary>
    public static readonly Operation CREATE = new("CREATE");

    /// <summary>A resource is removed.</summary>
    public static readonly Operation DELETE = new("DELETE");

    /// <summary>A resource is changed.</summary>
    public static readonly Operation UPDATE = new("UPDATE");

    /// <summary>Makes a constant of any value, also one that is not listed here.</summary>
    public Operation(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    public static Operation FindValue(string value) => FindValue<Operation>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    public static implicit operator Operation(string value) => FindValue(value);
}
