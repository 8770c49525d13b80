using System.Text;
using System.Text.Json.Nodes;
using AwsccConnect.Core;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Binding;

/// <summary>Words changes for -WhatIf, -Confirm and -Verbose: every value but the password.</summary>
internal static class UserText
{
    /// <summary>What a create would send.</summary>
    public static string DescribeCreate(JsonObject model, bool hasPassword)
    {
        var text = new StringBuilder().Append("Create user '").Append(TerminalText.CleanLine(model["Username"]?.ToString() ?? string.Empty)).Append('\'');
        foreach (var (name, value) in model.Where(member => member.Key != "Username"))
        {
            if (value is JsonObject parent)
            {
                foreach (var (leaf, leafValue) in parent)
                {
                    Append(text, $"{name}/{leaf}", leafValue);
                }
            }
            else
            {
                Append(text, name, value);
            }
        }

        if (hasPassword)
        {
            text.Append("\n  Password = ***");
        }

        return text.ToString();
    }

    /// <summary>What an update would send.</summary>
    public static string DescribeUpdate(UserUpdatePlan plan) => DescribeUpdate(plan.Label, UserPatch.Describe(plan.Patch, plan.Live));

    /// <summary>What an update would send.</summary>
    public static string DescribeUpdate(string label, IReadOnlyList<string> operations) => Lines($"Update user '{TerminalText.CleanLine(label)}'", operations);

    /// <summary>The text of the confirm prompt before an update.</summary>
    public static string AskUpdate(UserUpdatePlan plan) => AskUpdate(plan.Label, UserPatch.Describe(plan.Patch, plan.Live));

    /// <summary>The text of the confirm prompt before an update.</summary>
    public static string AskUpdate(string label, IReadOnlyList<string> operations) => Lines($"Update the user '{TerminalText.CleanLine(label)}'?", operations);

    private static string Lines(string first, IReadOnlyList<string> operations)
    {
        var text = new StringBuilder(first);
        foreach (var line in operations)
        {
            // A value with a line feed must not look like a change of its own.
            text.Append("\n  ").Append(TerminalText.CleanLine(line));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, JsonNode? value) =>
        text.Append("\n  ").Append(TerminalText.CleanLine(name)).Append(" = ").Append(TerminalText.CleanLine(RosterSyntax.Format(UserSchema.At("/" + name), value)));
}
