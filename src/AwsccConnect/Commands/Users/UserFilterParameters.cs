using System.Collections;
using System.Globalization;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users.Filters;

namespace AwsccConnect.Commands.Users;

/// <summary>Reads the values of filter parameters.</summary>
internal static class UserFilterParameters
{
    /// <summary>Patterns for names, in which case does not matter. Throws for a text that is no pattern.</summary>
    public static IReadOnlyList<TextPattern> Names(string parameter, IEnumerable<string> texts) =>
        [.. texts.Select(text => Pattern(parameter, text, WildcardOptions.IgnoreCase))];

    /// <summary>
    /// Tags and the patterns for their values: a text, several of which one has to match, or $null for users without the tag. Throws for a
    /// value that is no pattern.
    /// </summary>
    public static IReadOnlyList<TagPattern> Tags(IDictionary? tags)
    {
        return [.. (tags ?? new Hashtable()).Cast<DictionaryEntry>().Select(tag => new TagPattern(TextOf(tag.Key), Patterns(PSValue.Unwrap(tag.Value))))];

        static IReadOnlyList<TextPattern> Patterns(object? value) => value switch
        {
            null => [],
            object?[] values when values.Length > 0 && !values.Contains(null) => [.. values.SelectMany(Patterns)],
            object?[] => throw new UserValueException("Tag", "-Tag has an array that is empty or has $null in it.", "Give values; $null alone, without an array, finds users without the tag."),
            _ => [Pattern("Tag", TextOf(value), WildcardOptions.None)],
        };

        static string TextOf(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
    }

    /// <summary>Profiles or groups, of which those that are ARNs are checked.</summary>
    public static IReadOnlyList<string> Resources(string property, string[] texts)
    {
        var known = UserSchema.Get(property);
        var problems = new List<UserProblem>();
        foreach (var arn in texts.Where(UserNames.IsArn).Select(text => JsonValue.Create(text.Trim())))
        {
            UserValueRules.Check(problems, known, known.IsSet ? new JsonArray(arn) : arn, isDelta: true);
        }

        UserProblems.ThrowIfAny(null, problems);
        return texts;
    }

    private static TextPattern Pattern(string parameter, string text, WildcardOptions options) => new(
        NamePattern.Parse(parameter, text, options).IsMatch,
        NamePattern.LiteralOf(text));
}
