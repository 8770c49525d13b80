using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>The objects and lists of a user, and the properties that this version does not know.</summary>
internal sealed class UserParts
{
    private static readonly (string Name, Func<JsonNode, IUserPart?> Read)[] Known =
    [
        (nameof(ConnectUser.IdentityInfo), static node => node is JsonObject part ? new ConnectUserIdentityInfo { Node = part } : null),
        (nameof(ConnectUser.PhoneConfig), static node => node is JsonObject part ? new ConnectUserPhoneConfig { Node = part } : null),
        (nameof(ConnectUser.SecurityProfileArns), static node => node is JsonArray array ? new ConnectArnList(array) : null),
        (nameof(ConnectUser.Tags), static node => node is JsonArray array ? new ConnectTagList { Nodes = array } : null),
        (nameof(ConnectUser.UserProficiencies), List<ConnectUserProficiency>),
        (nameof(ConnectUser.AutoAcceptConfigs), List<ConnectAutoAcceptConfig>),
        (nameof(ConnectUser.AfterContactWorkConfigs), List<ConnectAfterContactWorkConfig>),
        (nameof(ConnectUser.PhoneNumberConfigs), List<ConnectPhoneNumberConfig>),
        (nameof(ConnectUser.PersistentConnectionConfigs), List<ConnectPersistentConnectionConfig>),
        (nameof(ConnectUser.VoiceEnhancementConfigs), List<ConnectVoiceEnhancementConfig>),
    ];

    private readonly IUserPart?[] _parts = new IUserPart?[Known.Length];

    public Dictionary<string, JsonNode>? Additional { get; private set; }

    /// <summary>Takes the parts of a resource model.</summary>
    public static UserParts Of(JsonObject model)
    {
        var parts = new UserParts();
        foreach (var (name, value) in model)
        {
            if (value is null || UserTexts.IsText(name))
            {
                continue;
            }

            if (IndexOf(name) is >= 0 and var index && Known[index].Read(value) is { } part)
            {
                parts._parts[index] = part;
            }
            else
            {
                parts.SetAdditional(name, value);
            }
        }

        return parts;
    }

    /// <summary>The part of that name, which is made where there is none.</summary>
    public T Get<T>(string name)
        where T : IUserPart, new() => (T)(_parts[IndexOf(name)] ??= new T());

    public void Set(string name, IUserPart? part) => _parts[IndexOf(name)] = part;

    public void SetAdditional(string name, JsonNode? value)
    {
        if (value is null)
        {
            Additional?.Remove(name);
        }
        else
        {
            (Additional ??= new(StringComparer.Ordinal))[name] = value.DeepClone();
        }
    }

    /// <summary>The JSON of each part, under its name.</summary>
    public IEnumerable<(string Name, JsonNode? Value)> ToJson() => Known.Select((known, index) => (known.Name, _parts[index]?.ToJson()))
        .Concat((Additional ?? []).Select(member => (member.Key, (JsonNode?)member.Value.DeepClone())));

    private static int IndexOf(string name) => Array.FindIndex(Known, known => known.Name == name);

    private static ConnectUserPartList<T>? List<T>(JsonNode node)
        where T : ConnectUserPart, new() => node is JsonArray array ? new ConnectUserPartList<T> { Nodes = array } : null;
}
