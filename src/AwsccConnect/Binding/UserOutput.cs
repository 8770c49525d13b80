using System.Net;
using System.Text.Json;

namespace AwsccConnect.Binding;

/// <summary>Makes pipeline objects of users: properties that AWS has added since appear as note properties.</summary>
internal static class UserOutput
{
    /// <summary>The property that has a generated password.</summary>
    public const string CredentialName = "InitialCredential";

    /// <summary>The user as a pipeline object.</summary>
    public static object Wrap(ConnectUser user)
    {
        var additional = user.AdditionalProperties;
        if (additional.Count == 0)
        {
            return user;
        }

        var wrapped = PSObject.AsPSObject(user);
        foreach (var (name, value) in additional)
        {
            if (wrapped.Properties[name] is null)
            {
                wrapped.Properties.Add(new PSNoteProperty(name, ToValue(value)));
            }
        }

        return wrapped;
    }

    /// <summary>The object with a generated password, which is written only once, as its property InitialCredential; without one, as it is.</summary>
    public static object WithCredential(object value, NetworkCredential? generated)
    {
        if (generated is null || PSObject.AsPSObject(value).Properties[CredentialName] is not null)
        {
            return value;
        }

        var wrapped = PSObject.AsPSObject(value);
        wrapped.Properties.Add(new PSNoteProperty(CredentialName, new PSCredential(generated.UserName, generated.SecurePassword)));
        return wrapped;
    }

    private static object? ToValue(JsonNode? node) => node switch
    {
        null => null,
        JsonArray items => items.Select(ToValue).ToArray(),
        JsonObject members => ToObject(members),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => node.AsValue().TryGetValue(out long whole) ? whole : node.AsValue().TryGetValue(out double number) ? number : node.ToJsonString(),
            _ => null,
        },
    };

    private static PSObject ToObject(JsonObject members)
    {
        var result = new PSObject();
        foreach (var (name, value) in members)
        {
            result.Properties.Add(new PSNoteProperty(name, ToValue(value)));
        }

        return result;
    }
}
