using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// Request and response bodies for debug output: JSON inside JSON is unfolded, and the values of write-only properties (the password)
/// are replaced. What AWS marks as sensitive and cannot be read as JSON is not shown at all.
/// </summary>
internal static class RedactedBody
{
    /// <summary>The text shown instead of a secret.</summary>
    public const string Mask = "***";

    private const string Unreadable = "(not JSON; not shown)";

    /// <summary>The JSON of a request or response: the members that it declares and that have a value, of lists only how long they are.</summary>
    public static string Of(object body) => Members(body).ToJsonString();

    /// <summary>Reads a document that is a string member of a body: a desired state, a patch, a resource's properties.</summary>
    public static JsonNode? Document(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        try
        {
            var node = JsonText.Parse(json);
            if (node is not (JsonObject or JsonArray))
            {
                return JsonValue.Create(Unreadable);
            }

            Redact(node);
            return node;
        }
        catch (JsonException)
        {
            return JsonValue.Create(Unreadable);
        }
    }

    private static JsonObject Members(object body)
    {
        var members = new JsonObject();
        foreach (var property in body.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var value = property.GetValue(body) switch
            {
                null => null,
                string text when property.GetCustomAttribute<AWSPropertyAttribute>() is { Sensitive: true } || text.AsSpan().TrimStart() is ['{' or '[', ..] => Document(text),
                ICollection items => $"{items.Count} items",
                DateTime time => JsonValue.Create(time),
                IConvertible or ConstantClass => JsonValue.Create(property.GetValue(body)!.ToString()),
                var part => Members(part),
            };
            if (value is not null)
            {
                members[property.Name] = value;
            }
        }

        return members;
    }

    private static void Redact(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Redact(item);
                }

                break;
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (IsSecret(name) || (name.Equals("value", StringComparison.OrdinalIgnoreCase) && IsSecretPath(members)))
                    {
                        members[name] = Mask;
                    }
                    else
                    {
                        Redact(value);
                    }
                }

                break;
        }
    }

    private static bool IsSecret(string name) => UserSchema.TryFind(name, out var property) && property.IsWriteOnly;

    /// <summary>Whether an object is a patch operation on a secret property.</summary>
    private static bool IsSecretPath(JsonObject operation) =>
        operation["path"] is JsonValue path && path.TryGetValue(out string? text) && text.Split('/').Any(IsSecret);
}
