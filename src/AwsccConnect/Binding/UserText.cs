using System.Text;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Binding;

/// <summary>Words changes for -WhatIf, -Confirm and -Verbose: every value but the password.</summary>
internal static class UserText
{
    /// <summary>What a create would send.</summary>
    /// <param name="model">Wanted properties, without the password.</param>
    /// <param name="hasPassword">Whether there is a password.</param>
    /// <returns>Several lines.</returns>
    public static string DescribeCreate(JsonObject model, bool hasPassword)
    {
        var text = new StringBuilder().Append("Create user '").Append(model["Username"]).Append('\'');
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
    /// <param name="plan">The plan.</param>
    /// <returns>Several lines.</returns>
    public static string DescribeUpdate(UserUpdatePlan plan) => DescribeUpdate(plan.Label, UserPatch.Describe(plan.Patch, plan.Live));

    /// <summary>What an update would send.</summary>
    /// <param name="label">The user.</param>
    /// <param name="operations">Its operations, one line each.</param>
    /// <returns>Several lines.</returns>
    public static string DescribeUpdate(string label, IReadOnlyList<string> operations)
    {
        var text = new StringBuilder().Append("Update user '").Append(label).Append('\'');
        foreach (var line in operations)
        {
            text.Append("\n  ").Append(line);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, JsonNode? value) =>
        text.Append("\n  ").Append(name).Append(" = ").Append(RosterSyntax.Format(UserSchema.At("/" + name), value));
}
