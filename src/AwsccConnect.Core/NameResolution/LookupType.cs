using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// What the look-ups need to know of a resource type. <c>Read</c> makes the object that users see from properties and Region; the path is
/// from the top, where there is one beside the name.
/// </summary>
internal sealed record LookupType<T>(
    ConnectResourceKind Kind,
    string TypeName,
    Func<JsonObject, string, T> Read,
    Func<T, string?> NameOf,
    Func<T, string?> ArnOf,
    Func<T, string?>? Path = null)
{
    public string Noun => ConnectArn.NounOf(Kind);

    /// <summary>Whether the list handler needs the ARN of the instance.</summary>
    public bool NeedsInstance => Kind != ConnectResourceKind.Instance;

    /// <summary>The path of the object; null where it has none beside its name.</summary>
    public string? PathOf(T resource) => Path?.Invoke(resource);

    /// <summary>The object under its names.</summary>
    public NamedResource? Named(T resource) => ArnOf(resource) is { } arn ? new NamedResource(arn, NameOf(resource), PathOf(resource)) : null;
}
