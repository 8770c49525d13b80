namespace AwsccConnect;

/// <summary>A property that is not as desired. Values have the roster syntax; passwords never appear.</summary>
/// <param name="Property">Name of the property, for example <c>PhoneConfig.AutoAccept</c>, or <c>Tags</c> for a whole set.</param>
/// <param name="Desired">The desired value; null where the property is to be absent.</param>
/// <param name="Live">The present value; null where there is none.</param>
public sealed record StackDifference(string Property, string? Desired, string? Live)
{
    /// <summary>One line with both values.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Property}: {Live ?? "(none)"} -> {Desired ?? "(none)"}";
}
