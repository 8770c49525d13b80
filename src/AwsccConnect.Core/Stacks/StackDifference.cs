using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>A property that is not as desired. Values have the roster syntax, sets in a fixed order; passwords never appear.</summary>
/// <param name="Property">Name of the property, for example <c>PhoneConfig.AutoAccept</c>, or <c>Tags</c> for a whole set.</param>
/// <param name="Desired">The desired value; null where the property is to be absent.</param>
/// <param name="Live">The present value; null where there is none.</param>
public sealed record StackDifference(string Property, string? Desired, string? Live)
{
    /// <summary>The elements of a set that are desired and not present, such as <c>Team=Sales</c>; empty for other properties.</summary>
    public IReadOnlyList<string> Added => SetElements.Added(UserSchema.At($"/{Property}"), Live, Desired);

    /// <summary>The elements of a set that are present and not desired; empty for other properties.</summary>
    public IReadOnlyList<string> Removed => SetElements.Added(UserSchema.At($"/{Property}"), Desired, Live);

    /// <summary>The desired value as tables show it, with the names of profiles and groups, or ids where they are not known, instead of ARNs.</summary>
    public string? DesiredText => DesiredName ?? Desired;

    /// <summary>The present value as tables show it.</summary>
    public string? LiveText => LiveName ?? Live;

    internal string? DesiredName { get; init; }

    internal string? LiveName { get; init; }

    /// <summary>One line, with names instead of ARNs: both values, or of a set the elements, <c>Tags: - Site=York, + Site=Leeds</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => SetElements.Describe(Property, UserSchema.At($"/{Property}"), LiveText, DesiredText);
}
