using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// What the look-ups need to know of a resource type. <c>NeedsInstance</c> is whether the list handler needs the ARN of the instance,
/// <c>Noun</c> what people call the type; <c>Read</c> makes the object that users see from properties and Region; the path is from the top,
/// where there is one beside the name.
/// </summary>
internal sealed record LookupType<T>(
    ConnectResourceKind Kind,
    string TypeName,
    bool NeedsInstance,
    string Noun,
    Func<JsonObject, string, T> Read,
    Func<T, string?> NameOf,
    Func<T, string?> ArnOf,
    Func<T, string?> PathOf)
{
    /// <summary>The object under its names.</summary>
    public NamedResource? Named(T resource) => ArnOf(resource) is { } arn ? new NamedResource(arn, NameOf(resource), PathOf(resource)) : null;
}
