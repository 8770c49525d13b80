using System.Globalization;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>
/// Checks names that become the value of the ownership tag: at most 256 characters, of letters, digits, spaces and <c>_ . : = + - @</c>
/// (https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html); the slash separates name and environment.
/// </summary>
internal static class StackNames
{
    private const int OwnerLength = 256;
    private const string Signs = "_.:=+-@ ";

    /// <summary>Checks both names.</summary>
    /// <exception cref="ConnectOperationException">One of them cannot be part of a tag (<c>InvalidStackFile</c>).</exception>
    internal static void Check(string name, string origin, string? environment)
    {
        Check(name, $"The stack's name '{StackErrors.Shorten(name)}' ({origin})");
        if (!string.IsNullOrEmpty(environment))
        {
            Check(environment, $"The environment '{StackErrors.Shorten(environment)}'");
        }

        var owner = StackOwnership.ValueFor(name, environment);
        if (owner.EnumerateRunes().Count() > OwnerLength)
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidStackFile,
                string.Create(CultureInfo.InvariantCulture, $"Name and environment of the stack have {owner.EnumerateRunes().Count()} characters together; a tag takes {OwnerLength}."),
                "Give a shorter name with -Name.");
        }
    }

    private static void Check(string text, string what)
    {
        var bad = text.EnumerateRunes().FirstOrDefault(rune => !(System.Text.Rune.IsLetterOrDigit(rune) || (rune.IsBmp && Signs.Contains((char)rune.Value, StringComparison.Ordinal))));
        var problem = text.Trim().Length == 0 ? "is empty"
            : text.Trim().Length != text.Length ? "starts or ends with a space"
            : bad != default ? $"has the character '{StackErrors.Shorten(bad.ToString())}'"
            : null;
        if (problem is not null)
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidStackFile, $"{what} {problem}, so it cannot be the value of a tag.", "Use letters, digits, spaces and _ . : = + - @; -Name takes another name for the stack.");
        }
    }
}
