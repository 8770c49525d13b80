using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>What the look-ups need to know of a resource type.</summary>
/// <typeparam name="T">The object that users see.</typeparam>
/// <param name="Kind">The type.</param>
/// <param name="TypeName">Cloud Control type name.</param>
/// <param name="NeedsInstance">Whether the list handler needs the instance's ARN.</param>
/// <param name="Noun">What a person calls it.</param>
/// <param name="Read">Makes the object from properties and Region.</param>
/// <param name="NameOf">The object's name.</param>
/// <param name="ArnOf">The object's ARN.</param>
/// <param name="PathOf">The object's path from the top, where it has one beside its name.</param>
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
