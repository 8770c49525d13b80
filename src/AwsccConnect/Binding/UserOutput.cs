using System.Net;
using System.Text.Json;

namespace AwsccConnect.Binding;

/// <summary>Makes pipeline objects of users: properties that AWS has added since, and generated passwords, are note properties.</summary>
internal static class UserOutput
{
    private const string CredentialName = "InitialCredential";

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

    /// <summary>The generated password that an object of the pipeline has; null for none.</summary>
    public static NetworkCredential? CredentialOf(PSObject output) =>
        PSValue.BaseOf(output.Properties[CredentialName]?.Value) is PSCredential own ? new(own.UserName, own.Password) : null;

    /// <summary>An object with a generated password, which is written only once; the object itself where there is none.</summary>
    public static object WithCredential(object output, NetworkCredential? generated)
    {
        if (generated is null)
        {
            return output;
        }

        var wrapped = PSObject.AsPSObject(output);
        if (wrapped.Properties[CredentialName] is null)
        {
            wrapped.Properties.Add(new PSNoteProperty(CredentialName, new PSCredential(generated.UserName, generated.SecurePassword)));
        }

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
