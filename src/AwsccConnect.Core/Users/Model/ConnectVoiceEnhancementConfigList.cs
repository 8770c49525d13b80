using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Voice enhancement per channel. The order has no meaning.</summary>
public sealed class ConnectVoiceEnhancementConfigList : ConnectUserPartList<ConnectVoiceEnhancementConfig>
{
    /// <summary>Makes an empty list.</summary>
    public ConnectVoiceEnhancementConfigList()
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax, <c>VOICE:VoiceEnhancementMode=NONE</c>.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectVoiceEnhancementConfigList(object items)
        : base(items)
    {
    }
}
