using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Directory;

/// <summary>What the look-ups need to know of a resource type.</summary>
/// <typeparam name="T">The object that users see.</typeparam>
/// <param name="TypeName">Cloud Control type name.</param>
/// <param name="NeedsInstance">Whether the list handler wants the instance's ARN.</param>
/// <param name="Noun">What a person calls it.</param>
/// <param name="Read">Makes the object from properties and Region.</param>
/// <param name="NameOf">The object's name.</param>
/// <param name="ArnOf">The object's ARN.</param>
internal sealed record LookupType<T>(
    string TypeName,
    bool NeedsInstance,
    string Noun,
    Func<JsonObject, string, T> Read,
    Func<T, string?> NameOf,
    Func<T, string?> ArnOf);
