using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Whether the connection of a channel stays open.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>VOICE:PersistentConnection=true</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectPersistentConnectionConfig(object? members) : ConnectUserPart(UserSchema.Get("PersistentConnectionConfigs"), members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectPersistentConnectionConfig()
        : this(null)
    {
    }

    /// <summary>The channel; AWS takes <c>VOICE</c> only.</summary>
    public string? Channel { get => GetText(); set => SetText(value); }

    /// <summary>Whether the connection stays open between contacts.</summary>
    public bool? PersistentConnection { get => GetFlag(); set => Set(value); }
}
