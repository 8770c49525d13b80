using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Stacks;

/// <summary>
/// Resource models of users that AWS would take, from small sets of values, many of which mean something to a spreadsheet, to YAML, to a
/// template or to the roster syntax.
/// </summary>
internal sealed class RandomUserModels(
    int seed, string instanceArn, IReadOnlyList<string> routingProfiles, IReadOnlyList<string> securityProfiles, IReadOnlyList<string> hierarchyGroups)
{
    private static readonly string[] Texts =
    [
        "Ana", "Zoë", "O'Brien", "no", "007", "1e5", "null", "~", "true", "2026-11-23", "0x1F", "=1+1", "+x", "-2", "@sum", "'quoted", "''", "\"q\"",
        "{{ vars.HOME }}", "{% if x %}", "}}", "{# c #}", "{% endraw %}", "a;b=c", " padded ", "back\\slash", "tab\there", "\tfirst", "line\nbreak", "\r\nfirst",
        "# hash", "- item", "key: value", "[x]", "{y}", "&a", "*b", "!t", "|", ">", "%x", "`x", "日本", "😀", "a,b", "a/b~c", "$env:HOME", ":", "?", "\u0085x", "\u2028x",
    ];

    private static readonly string[] TagKeys = ["Team", "team", "Site", "cost:centre", "k=;", "=k", "{{k}}", "a/b", "Ω", "7", "no", "with space"];
    private static readonly string[] Channels = ["VOICE", "CHAT", "TASK", "EMAIL"];
    private readonly Random _random = new(seed);

    /// <summary>A user.</summary>
    public JsonObject Next(string username, string arn)
    {
        JsonObject state = new()
        {
            ["UserArn"] = arn,
            ["InstanceArn"] = instanceArn,
            ["Username"] = username,
            ["RoutingProfileArn"] = Pick(routingProfiles),
            ["SecurityProfileArns"] = new JsonArray([.. Some(securityProfiles).DefaultIfEmpty(securityProfiles[0]).Select(arn => (JsonNode)arn)]),
            ["IdentityInfo"] = Members(("FirstName", Text), ("LastName", Text), ("Email", Text), ("SecondaryEmail", Text), ("Mobile", () => Pick("+447700900123", "+1202"))),
        };
        Maybe(state, "HierarchyGroupArn", () => Pick(hierarchyGroups));
        Maybe(state, "Tags", () => Array(TagKeys, key => new JsonObject { ["Key"] = key, ["Value"] = Coin() ? Text() : "" }));
        Maybe(state, "UserProficiencies", () => Array(["connect:English", "French/Swiss", "=x"], value => new JsonObject
        {
            ["AttributeName"] = Pick("connect:Language", "Skill"), ["AttributeValue"] = value, ["Level"] = Pick<JsonNode>(1, 5, 2.5m),
        }));
        AddPhone(state);
        return state;
    }

    private void AddPhone(JsonObject state)
    {
        if (Coin())
        {
            state["PhoneConfig"] = Members(
                ("PhoneType", () => Pick("SOFT_PHONE", "DESK_PHONE")),
                ("AutoAccept", () => Coin()),
                ("AfterContactWorkTimeLimit", () => _random.Next(3)),
                ("DeskPhoneNumber", () => Pick("+441134960130", "+1202")),
                ("PersistentConnection", () => Coin()));
            return;
        }

        Maybe(state, "AutoAcceptConfigs", () => Array(Channels, channel => Members(("Channel", () => channel), ("AutoAccept", () => Coin()))));
        Maybe(state, "AfterContactWorkConfigs", () => Array(Channels, channel => new JsonObject
        {
            ["Channel"] = channel, ["AfterContactWorkConfig"] = new JsonObject { ["AfterContactWorkTimeLimit"] = _random.Next(3), ["AfterContactWorkMode"] = Pick("ON", "OFF") },
        }));
        Maybe(state, "PhoneNumberConfigs", () => new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["PhoneType"] = "DESK_PHONE", ["PhoneNumber"] = "+1202" }));
        Maybe(state, "PersistentConnectionConfigs", () => new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["PersistentConnection"] = Coin() }));
        Maybe(state, "VoiceEnhancementConfigs", () => new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["VoiceEnhancementMode"] = Pick("NONE", "VOICE_ISOLATION") }));
    }

    private bool Coin() => _random.Next(2) == 0;

    private JsonNode Text() => Pick(Texts);

    private T Pick<T>(params IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private List<T> Some<T>(IEnumerable<T> values) => [.. values.Where(_ => Coin()).OrderBy(_ => _random.Next())];

    private void Maybe(JsonObject target, string name, Func<JsonNode?> value)
    {
        if (Coin() && value() is { } node and not JsonArray { Count: 0 })
        {
            target[name] = node;
        }
    }

    private JsonObject Members(params (string Name, Func<JsonNode?> Value)[] members)
    {
        JsonObject result = [];
        foreach ((var name, var value) in members)
        {
            if (name is "Channel" or "AutoAccept" or "PhoneType" or "PersistentConnection" or "FirstName" or "LastName" || Coin())
            {
                result[name] = value();
            }
        }

        return result;
    }

    private JsonArray Array(IEnumerable<string> keys, Func<string, JsonNode?> element) => new([.. Some(keys).Select(element)]);
}
