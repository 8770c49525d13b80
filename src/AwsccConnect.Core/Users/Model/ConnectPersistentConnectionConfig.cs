using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Whether the connection of a channel stays open.</summary>
public sealed class ConnectPersistentConnectionConfig : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("PersistentConnectionConfigs");

    /// <summary>Makes an object without values.</summary>
    public ConnectPersistentConnectionConfig()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>VOICE:PersistentConnection=true</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectPersistentConnectionConfig(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary>The channel; AWS takes <c>VOICE</c> only.</summary>
    public string? Channel { get => GetText(nameof(Channel)); set => SetText(nameof(Channel), value); }

    /// <summary>Whether the connection stays open between contacts.</summary>
    public bool? PersistentConnection { get => GetFlag(nameof(PersistentConnection)); set => SetFlag(nameof(PersistentConnection), value); }

    internal override UserProperty Shape => Property;
}
