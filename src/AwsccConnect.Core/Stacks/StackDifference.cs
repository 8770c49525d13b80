using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>A property that is not as desired. Values have the roster syntax, sets in a fixed order; passwords never appear.</summary>
/// <param name="Property">Name of the property, for example <c>PhoneConfig.AutoAccept</c>, or <c>Tags</c> for a whole set.</param>
/// <param name="Desired">The desired value; null where the property is to be absent.</param>
/// <param name="Live">The present value; null where there is none.</param>
public sealed record StackDifference(string Property, string? Desired, string? Live)
{
    /// <summary>The elements of a set that are desired and not present, such as <c>Team=Sales</c>; empty for other properties.</summary>
    public IReadOnlyList<string> Added => ElementsOf(Desired).Except(ElementsOf(Live), StringComparer.Ordinal).ToArray();

    /// <summary>The elements of a set that are present and not desired; empty for other properties.</summary>
    public IReadOnlyList<string> Removed => ElementsOf(Live).Except(ElementsOf(Desired), StringComparer.Ordinal).ToArray();

    /// <summary>One line: both values, or of a set the elements, <c>Tags: - Site=York, + Site=Leeds</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string[] elements = [.. Removed.Select(element => $"- {element}"), .. Added.Select(element => $"+ {element}")];
        return $"{Property}: {(elements.Length > 0 ? string.Join(", ", elements) : $"{Live ?? "(none)"} -> {Desired ?? "(none)"}")}";
    }

    private List<string> ElementsOf(string? value)
    {
        if (value is null || !UserSchema.At($"/{Property}").IsSet)
        {
            return [];
        }

        // The backslash that distinguishes the text from JSON belongs to no element.
        return RosterSyntax.Split(value is ['\\', '[' or '{', ..] ? value[1..] : value, ';');
    }
}
