using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>Resolves names to ARNs without a call: from the user they are for, and from the session's cache.</summary>
internal sealed class CachedNames(NameCache? cache)
{
    /// <summary>
    /// Resolves every name in the requested changes of a user. Throws for names that are not known without a call
    /// (<see cref="ErrorIds.NotFound"/>).
    /// </summary>
    public UserChanges Resolve(string label, UserChanges changes, JsonObject state)
    {
        var names = UserNames.In(changes);
        if (names.Count == 0)
        {
            return changes;
        }

        var instance = JsonText.StringOf(state["InstanceArn"])
            ?? (ConnectArn.TryParse(JsonText.StringOf(state["UserArn"]), out var user) ? user.InstanceArn : null);
        var arns = new Dictionary<(string Pointer, string Text), string>();
        var problems = new List<UserProblem>();
        foreach (var (property, text) in names)
        {
            if ((OfUser(property, text, state) ?? OfSession(property, text, instance)) is { } arn)
            {
                arns[(property.Pointer, text)] = arn;
            }
            else
            {
                problems.Add(new(
                    ErrorIds.NotFound,
                    property.Name,
                    $"What the {ConnectArn.NounOf(property.ArnKind!.Value)} '{text}' stands for cannot be determined without a call to AWS.",
                    $"Give the ARN, such as (Get-Connect{property.ArnKind} '{text}').Arn."));
            }
        }

        UserProblems.ThrowIfAny(label, problems);
        return UserNames.Replace(changes, (property, text) => arns.GetValueOrDefault((property.Pointer, text), text));
    }

    /// <summary>The user's own value where the text is it, or its id or name.</summary>
    private string? OfUser(UserProperty property, string text, JsonObject state)
    {
        var value = JsonPointer.Get(state, property.Pointer);
        var own = (value as JsonArray ?? new JsonArray(value?.DeepClone())).Select(JsonText.StringOf).OfType<string>();
        return own.FirstOrDefault(arn =>
            arn.Equals(text, StringComparison.OrdinalIgnoreCase)
            || arn.EndsWith("/" + text.Trim(), StringComparison.OrdinalIgnoreCase)
            || text.Trim().Equals(cache?.ShownNameOf(arn), StringComparison.OrdinalIgnoreCase));
    }

    private string? OfSession(UserProperty property, string text, string? instance) =>
        instance is not null && cache?.Find(property.ArnKind!.Value, instance)?.FindClear(text)?.Found is [var only] ? only.Arn : null;
}
