using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Work after the contacts of a channel.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>VOICE:AfterContactWorkConfig.AfterContactWorkTimeLimit=30</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectAfterContactWorkConfig(object? members) : ConnectUserPart(UserSchema.Get("AfterContactWorkConfigs"), members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectAfterContactWorkConfig()
        : this(null)
    {
    }

    /// <summary><c>VOICE</c>, <c>CHAT</c>, <c>TASK</c> or <c>EMAIL</c>.</summary>
    public string? Channel { get => GetText(); set => SetText(value); }

    /// <summary>The settings.</summary>
    public ConnectAfterContactWorkSetting AfterContactWorkConfig { get => new() { Node = Child() }; set => Set(value?.Node); }

    /// <summary>The settings for agent-first callbacks; <c>VOICE</c> only.</summary>
    public ConnectAfterContactWorkSetting AgentFirstCallbackAfterContactWorkConfig { get => new() { Node = Child() }; set => Set(value?.Node); }
}
