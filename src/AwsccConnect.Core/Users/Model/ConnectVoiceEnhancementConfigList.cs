using System.Collections;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Voice enhancement per channel. The order has no meaning.</summary>
public sealed class ConnectVoiceEnhancementConfigList : ConnectUserPartList<ConnectVoiceEnhancementConfig>
{
    private static readonly UserProperty Property = UserSchema.Get("VoiceEnhancementConfigs");

    /// <summary>Makes an empty list.</summary>
    public ConnectVoiceEnhancementConfigList()
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectVoiceEnhancementConfigList(object[] items)
        : base(Property, items, node => new ConnectVoiceEnhancementConfig(node))
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectVoiceEnhancementConfigList(IEnumerable items)
        : base(Property, items, node => new ConnectVoiceEnhancementConfig(node))
    {
    }

    /// <summary>Makes the list from a hashtable.</summary>
    /// <param name="items">One element by its members, or the elements by their keys.</param>
    /// <exception cref="UserValueException">The hashtable cannot be read.</exception>
    public ConnectVoiceEnhancementConfigList(IDictionary items)
        : base(Property, items, node => new ConnectVoiceEnhancementConfig(node))
    {
    }

    /// <summary>Makes the list from the roster syntax, <c>VOICE:VoiceEnhancementMode=NONE</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public ConnectVoiceEnhancementConfigList(string text)
        : base(Property, text, node => new ConnectVoiceEnhancementConfig(node))
    {
    }

    /// <summary>Makes a list of one element.</summary>
    /// <param name="item">The element.</param>
    public ConnectVoiceEnhancementConfigList(ConnectVoiceEnhancementConfig item)
        : base(Property, item, node => new ConnectVoiceEnhancementConfig(node))
    {
    }

    internal ConnectVoiceEnhancementConfigList(JsonArray nodes)
        : base(nodes, node => new ConnectVoiceEnhancementConfig(node))
    {
    }

    internal override UserProperty Shape => Property;
}
