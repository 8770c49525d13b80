using System.Text.Json;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>
/// One property of <c>AWS::Connect::User</c>: where it is in the resource model, what it may hold and whether it can change.
/// </summary>
internal sealed record UserProperty
{
    /// <summary>The property's own name in Pascal case, such as <c>AutoAccept</c>; unique over the whole model.</summary>
    public required string Name { get; init; }

    /// <summary>Where the value is: a JSON Pointer (RFC 6901) from the root of the resource model, or of the element for a member of an array element.</summary>
    public required string Pointer { get; init; }

    public required UserValueKind Kind { get; init; }

    /// <summary>The name in snake case, such as <c>auto_accept</c>.</summary>
    public string SnakeName => JsonNamingPolicy.SnakeCaseLower.ConvertName(Name);

    /// <summary>True for a property that AWS sets (<c>UserArn</c>).</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>True for a property that a read never returns (<c>Password</c>).</summary>
    public bool IsWriteOnly { get; init; }

    /// <summary>False where AWS's update handler has no call that could change the property.</summary>
    public bool IsUpdatable { get; init; } = true;

    /// <summary>True where the schema requires the property in its parent.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values allowed, or an empty list where any will do.</summary>
    public IReadOnlyList<string> EnumValues { get; init; } = [];

    /// <summary>The end of the allowed values that may be left off, such as <c>_PHONE</c> of <c>SOFT_PHONE</c>; empty for none.</summary>
    public string EnumSuffix { get; init; } = "";

    /// <summary>The smallest number allowed, if there is one.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest number allowed, if there is one.</summary>
    public double? Maximum { get; init; }

    /// <summary>The regular expression that the whole text has to match, if there is one.</summary>
    public string? Pattern { get; init; }

    /// <summary>The meaning of <see cref="Pattern"/>, in words.</summary>
    public string? PatternMeaning { get; init; }

    public int MinLength { get; init; }

    /// <summary>The most characters allowed, if there is a limit.</summary>
    public int? MaxLength { get; init; }

    public int MinItems { get; init; }

    /// <summary>The most elements allowed in an array, if there is a limit.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The members that identify an element of the array; empty for <see cref="UserValueKind.ArnSet"/>, whose elements are their own keys.</summary>
    public IReadOnlyList<string> KeyMembers { get; init; } = [];

    /// <summary>The leaves of an object, or the members of an array's elements.</summary>
    public IReadOnlyList<UserProperty> Members { get; init; } = [];

    /// <summary>The kind of resource that an ARN here has to name, if the property holds ARNs.</summary>
    public ConnectResourceKind? ArnKind { get; init; }

    /// <summary>True for a phone number, which spreadsheets may convert to a number.</summary>
    public bool IsPhoneNumber { get; init; }

    /// <summary>Other names a column may have.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>True for the unordered arrays.</summary>
    public bool IsSet => Kind is UserValueKind.ArnSet or UserValueKind.TagSet or UserValueKind.ProficiencySet or UserValueKind.ChannelSet;

    /// <summary>The name of the object that holds the property, or null at the root.</summary>
    public string? ParentName => Pointer.LastIndexOf('/') is > 0 and var slash ? Pointer[1..slash] : null;

    /// <summary>The member of that name, or null. Case, blanks, underscores and hyphens make no difference.</summary>
    public UserProperty? FindMember(string name)
    {
        var compact = ColumnName.Compact(name);
        foreach (var member in Members)
        {
            if (compact.Equals(member.Name, StringComparison.OrdinalIgnoreCase))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>A property that this version does not know, by its pointer, such as <c>/NewThing</c> or <c>/PhoneConfig/NewThing</c>.</summary>
    public static UserProperty Unknown(string pointer) =>
        new() { Name = JsonPointer.Unescape(pointer[(pointer.LastIndexOf('/') + 1)..]), Pointer = pointer, Kind = UserValueKind.Unknown };

    public override string ToString() => Pointer;
}
