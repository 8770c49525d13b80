using System.Collections;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>How the voice of a channel is enhanced.</summary>
public sealed class ConnectVoiceEnhancementConfig : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("VoiceEnhancementConfigs");

    /// <summary>Makes an object without values.</summary>
    public ConnectVoiceEnhancementConfig()
        : base(null)
    {
    }

    /// <summary>Makes the object from a hashtable of its members, in Pascal or snake case.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown or its value does not fit.</exception>
    public ConnectVoiceEnhancementConfig(IDictionary members)
        : base(UserValueConverter.ToPart(Property, members))
    {
    }

    /// <summary>Makes the object from the roster syntax, <c>VOICE:VoiceEnhancementMode=NONE</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public ConnectVoiceEnhancementConfig(string text)
        : base(UserValueConverter.ToPart(Property, text))
    {
    }

    internal ConnectVoiceEnhancementConfig(JsonObject node)
        : base(node)
    {
    }

    /// <summary>The channel; AWS takes <c>VOICE</c> only.</summary>
    public string? Channel { get => GetText(nameof(Channel)); set => SetText(nameof(Channel), value); }

    /// <summary><c>NONE</c>, <c>VOICE_ISOLATION</c> or <c>NOISE_SUPPRESSION</c>.</summary>
    public string? VoiceEnhancementMode { get => GetText(nameof(VoiceEnhancementMode)); set => SetText(nameof(VoiceEnhancementMode), value); }

    internal override UserProperty Shape => Property;
}
