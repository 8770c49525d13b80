using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>What the lists of a type of parts have in common: the property that they are values of, and how an element is made.</summary>
internal sealed class UserPartKind<T>(string property, Func<JsonObject, T> create)
    where T : ConnectUserPart
{
    /// <summary>The property.</summary>
    public UserProperty Property { get; } = UserSchema.Get(property);

    /// <summary>Makes an element of its JSON.</summary>
    public T Create(JsonObject node) => create(node);
}
