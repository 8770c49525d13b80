using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Work after the contacts of a channel.</summary>
public sealed class ConnectAfterContactWorkConfig : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("AfterContactWorkConfigs");

    /// <summary>Makes an object without values.</summary>
    public ConnectAfterContactWorkConfig()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>VOICE:AfterContactWorkConfig.AfterContactWorkTimeLimit=30</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectAfterContactWorkConfig(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary><c>VOICE</c>, <c>CHAT</c>, <c>TASK</c> or <c>EMAIL</c>.</summary>
    public string? Channel { get => GetText(nameof(Channel)); set => SetText(nameof(Channel), value); }

    /// <summary>The settings.</summary>
    public ConnectAfterContactWorkSetting AfterContactWorkConfig
    {
        get => new() { Node = Child(nameof(AfterContactWorkConfig)) };
        set => Set(nameof(AfterContactWorkConfig), value?.Node);
    }

    /// <summary>The settings for agent-first callbacks; <c>VOICE</c> only.</summary>
    public ConnectAfterContactWorkSetting AgentFirstCallbackAfterContactWorkConfig
    {
        get => new() { Node = Child(nameof(AgentFirstCallbackAfterContactWorkConfig)) };
        set => Set(nameof(AgentFirstCallbackAfterContactWorkConfig), value?.Node);
    }

    internal override UserProperty Shape => Property;
}
