using System.Text;
using AwsccConnect.Core;

namespace AwsccConnect.Binding;

/// <summary>Words changes for -WhatIf, -Confirm and -Verbose: every value but the password.</summary>
internal static class UserText
{
    /// <summary>What a create would send, with the names of profiles and groups that <paramref name="nameOf"/> knows.</summary>
    public static string DescribeCreate(JsonObject model, bool hasPassword, Func<string, string?> nameOf)
    {
        var text = new StringBuilder().Append("Create user '").Append(TerminalText.CleanLine(model["Username"]?.ToString() ?? string.Empty)).Append('\'');
        foreach (var (name, value) in model.Where(member => member.Key != "Username"))
        {
            if (value is JsonObject parent)
            {
                foreach (var (leaf, leafValue) in parent)
                {
                    Append(text, $"{name}/{leaf}", leafValue, nameOf);
                }
            }
            else
            {
                Append(text, name, value, nameOf);
            }
        }

        if (hasPassword)
        {
            text.Append("\n  Password = ***");
        }

        return text.ToString();
    }

    /// <summary>What an update would send.</summary>
    public static string DescribeUpdate(string label, IReadOnlyList<string> operations) => Lines($"Update user '{TerminalText.CleanLine(label)}'", operations);

    /// <summary>The text of the confirm prompt before an update.</summary>
    public static string AskUpdate(string label, IReadOnlyList<string> operations) => Lines($"Update the user '{TerminalText.CleanLine(label)}'?", operations);

    /// <summary>A value with a line feed must not look like a change of its own.</summary>
    private static string Lines(string first, IReadOnlyList<string> operations) =>
        string.Join("\n  ", operations.Select(line => TerminalText.CleanLine(line)).Prepend(first));

    private static void Append(StringBuilder text, string name, JsonNode? value, Func<string, string?> nameOf)
    {
        var property = UserSchema.At("/" + name);
        text.Append("\n  ").Append(TerminalText.CleanLine(name)).Append(" = ");
        text.Append(TerminalText.CleanLine(RosterSyntax.Format(property, ShownValue.Of(property, value, nameOf))));
    }
}
