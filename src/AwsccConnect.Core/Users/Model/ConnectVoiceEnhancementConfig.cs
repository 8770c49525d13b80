using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>How the voice of a channel is enhanced.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>VOICE:VoiceEnhancementMode=NONE</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectVoiceEnhancementConfig(object? members) : ConnectUserPart(UserSchema.Get("VoiceEnhancementConfigs"), members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectVoiceEnhancementConfig()
        : this(null)
    {
    }

    /// <summary>The channel; AWS takes <c>VOICE</c> only.</summary>
    public string? Channel { get => GetText(); set => SetText(value); }

    /// <summary><c>NONE</c>, <c>VOICE_ISOLATION</c> or <c>NOISE_SUPPRESSION</c>.</summary>
    public string? VoiceEnhancementMode { get => GetText(); set => SetText(value); }
}
