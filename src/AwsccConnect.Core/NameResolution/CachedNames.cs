using System.Text.Json.Nodes;
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
        return UserNames.Replace(label, changes, [.. names.Select(Find)]);

        (UserProperty Property, string Text, string? Arn, UserProblem? Problem) Find((UserProperty Property, string Text) name) =>
            (OfUser(name.Property, name.Text, state) ?? OfSession(name.Property, name.Text, instance)) is { } arn
                ? (name.Property, name.Text, arn, null)
                : (name.Property, name.Text, null, Unknown(name.Property, name.Text));
    }

    private static UserProblem Unknown(UserProperty property, string text) => new(
        ErrorIds.NotFound,
        property.Name,
        $"What the {ConnectArn.NounOf(property.ArnKind!.Value)} '{text}' stands for cannot be determined without a call to AWS.",
        $"Give the ARN, such as (Get-Connect{property.ArnKind} '{text}').Arn.");

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
