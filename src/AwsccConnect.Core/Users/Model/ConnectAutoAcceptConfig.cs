using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Whether contacts of a channel are accepted without a click.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>VOICE:AutoAccept=true</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectAutoAcceptConfig(object? members) : ConnectUserPart(UserSchema.Get("AutoAcceptConfigs"), members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectAutoAcceptConfig()
        : this(null)
    {
    }

    /// <summary><c>VOICE</c>, <c>CHAT</c>, <c>TASK</c> or <c>EMAIL</c>.</summary>
    public string? Channel { get => GetText(); set => SetText(value); }

    /// <summary>Whether contacts are accepted without a click.</summary>
    public bool? AutoAccept { get => GetFlag(); set => Set(value); }

    /// <summary>The same for agent-first callbacks; <c>VOICE</c> only.</summary>
    public bool? AgentFirstCallbackAutoAccept { get => GetFlag(); set => Set(value); }
}
