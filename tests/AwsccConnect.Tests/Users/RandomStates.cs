using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Users;

/// <summary>Resource models from small sets of values, so that two of them often agree in part.</summary>
internal sealed class RandomStates(int seed)
{
    internal const string Instance = "arn:aws:connect:eu-west-2:111122223333:instance/11111111-2222-3333-4444-555555555555";
    private static readonly string[] Texts = ["a", "b", "Zoë", "x;y=z", " padded ", "back\\slash", "a/b~c"];
    private static readonly string[] Channels = ["VOICE", "CHAT", "TASK", "EMAIL"];
    private readonly Random _random = new(seed);

    internal JsonObject Next()
    {
        JsonObject state = new() { ["UserArn"] = $"{Instance}/agent/1", ["InstanceArn"] = Instance, ["Username"] = "ana" };
        Maybe(state, "RoutingProfileArn", () => $"{Instance}/routing-profile/{Pick("r", "s")}");
        Maybe(state, "HierarchyGroupArn", () => $"{Instance}/agent-group/{Pick("g", "h")}");
        Maybe(state, "IdentityInfo", () => Members(("FirstName", Text), ("LastName", Text), ("Mobile", Text), ("New~Leaf/1", Any)));
        Maybe(state, "PhoneConfig", () => Members(("AutoAccept", Flag), ("AfterContactWorkTimeLimit", Number), ("PhoneType", () => Pick("SOFT_PHONE", "DESK_PHONE"))));
        Maybe(state, "SecurityProfileArns", () => Array(["p1", "p2", "p3"], key => $"{Instance}/security-profile/{key}"));
        Maybe(state, "Tags", () => Array(["Team", "Site", "k=;"], key => new JsonObject { ["Key"] = key, ["Value"] = Text() }));
        Maybe(state, "UserProficiencies", () => Array(["English", "French/Swiss"], key => new JsonObject { ["AttributeName"] = "Language", ["AttributeValue"] = key, ["Level"] = Number() }));
        Maybe(state, "AutoAcceptConfigs", () => Array(Channels, channel => new JsonObject { ["Channel"] = channel, ["AutoAccept"] = Flag() }));
        Maybe(state, "AfterContactWorkConfigs", () => Array(Channels, channel => new JsonObject
        {
            ["Channel"] = channel,
            ["AfterContactWorkConfig"] = new JsonObject { ["AfterContactWorkTimeLimit"] = Number() },
        }));
        Maybe(state, "New/Thing", Any);
        return state;
    }

    /// <summary>The same meaning in another order.</summary>
    internal JsonObject Shuffled(JsonObject state)
    {
        JsonObject copy = new();
        foreach ((var name, var value) in state.OrderBy(_ => _random.Next()).ToList())
        {
            copy[name] = value is JsonArray array && name != "New/Thing"
                ? new JsonArray([.. array.OrderBy(_ => _random.Next()).Select(item => item?.DeepClone())])
                : value?.DeepClone();
        }

        return copy;
    }

    internal bool Coin() => _random.Next(2) == 0;

    internal T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private void Maybe(JsonObject target, string name, Func<JsonNode?> value)
    {
        switch (_random.Next(4))
        {
            case 0:
                break;
            case 1 when _random.Next(4) == 0:
                target[name] = null;
                break;
            default:
                target[name] = value();
                break;
        }
    }

    private JsonObject Members(params (string Name, Func<JsonNode?> Value)[] members)
    {
        JsonObject result = new();
        foreach ((var name, var value) in members)
        {
            Maybe(result, name, value);
        }

        return result;
    }

    private JsonArray Array(string[] keys, Func<string, JsonNode?> element) =>
        new([.. keys.Where(_ => Coin()).OrderBy(_ => _random.Next()).Select(element)]);

    private JsonNode? Text() => Pick(Texts);

    private JsonNode? Flag() => Coin();

    private JsonNode? Number() => _random.Next(3);

    private JsonNode? Any() => _random.Next(3) switch
    {
        0 => Text(),
        1 => new JsonArray(Number(), Text()),
        _ => new JsonObject { ["Inner"] = Text() },
    };
}
