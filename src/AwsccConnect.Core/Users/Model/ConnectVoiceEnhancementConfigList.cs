using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Voice enhancement per channel. The order has no meaning.</summary>
public sealed class ConnectVoiceEnhancementConfigList : ConnectUserPartList<ConnectVoiceEnhancementConfig>
{
    private static readonly UserPartKind<ConnectVoiceEnhancementConfig> Kind = new("VoiceEnhancementConfigs", node => new ConnectVoiceEnhancementConfig(node));

    /// <summary>Makes an empty list.</summary>
    public ConnectVoiceEnhancementConfigList()
        : base(Kind)
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax, <c>VOICE:VoiceEnhancementMode=NONE</c>.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectVoiceEnhancementConfigList(object items)
        : base(Kind, items)
    {
    }

    internal ConnectVoiceEnhancementConfigList(JsonArray nodes)
        : base(Kind, nodes)
    {
    }
}
