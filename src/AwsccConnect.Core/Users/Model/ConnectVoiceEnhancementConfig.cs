using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>How the voice of a channel is enhanced.</summary>
public sealed class ConnectVoiceEnhancementConfig : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("VoiceEnhancementConfigs");

    /// <summary>Makes an object without values.</summary>
    public ConnectVoiceEnhancementConfig()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>VOICE:VoiceEnhancementMode=NONE</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectVoiceEnhancementConfig(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary>The channel; AWS takes <c>VOICE</c> only.</summary>
    public string? Channel { get => GetText(nameof(Channel)); set => SetText(nameof(Channel), value); }

    /// <summary><c>NONE</c>, <c>VOICE_ISOLATION</c> or <c>NOISE_SUPPRESSION</c>.</summary>
    public string? VoiceEnhancementMode { get => GetText(nameof(VoiceEnhancementMode)); set => SetText(nameof(VoiceEnhancementMode), value); }

    internal override UserProperty Shape => Property;
}
