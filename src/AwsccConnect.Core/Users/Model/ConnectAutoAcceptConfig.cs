using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Whether contacts of a channel are accepted without a click.</summary>
public sealed class ConnectAutoAcceptConfig : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("AutoAcceptConfigs");

    /// <summary>Makes an object without values.</summary>
    public ConnectAutoAcceptConfig()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>VOICE:AutoAccept=true</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectAutoAcceptConfig(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary><c>VOICE</c>, <c>CHAT</c>, <c>TASK</c> or <c>EMAIL</c>.</summary>
    public string? Channel { get => GetText(nameof(Channel)); set => SetText(nameof(Channel), value); }

    /// <summary>Whether contacts are accepted without a click.</summary>
    public bool? AutoAccept { get => GetFlag(nameof(AutoAccept)); set => SetFlag(nameof(AutoAccept), value); }

    /// <summary>The same for agent-first callbacks; <c>VOICE</c> only.</summary>
    public bool? AgentFirstCallbackAutoAccept { get => GetFlag(nameof(AgentFirstCallbackAutoAccept)); set => SetFlag(nameof(AgentFirstCallbackAutoAccept), value); }

    internal override UserProperty Shape => Property;
}
