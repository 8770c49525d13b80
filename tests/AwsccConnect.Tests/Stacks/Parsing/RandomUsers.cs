using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Stacks.Parsing;

/// <summary>Users with texts that file formats like to misread.</summary>
internal sealed class RandomUsers(int seed)
{
    private static readonly string[] Texts =
    [
        "Ana", "No", "yes", "on", "null", "~", "Null", "TRUE", "007", "+44", "1e3", "0x1F", "1_000", "2026-01-01", "12:30", ".inf", "-", "- a", "a: b", "a #b", "#a", "*a", "&a", "!a", "%a", "@a", "`a`",
        "{a}", "[a]", "{{ name }}", "{% if a %}", "{# a #}", "}}", "it's", "say \"hi\"", "back\\slash", "a\\nb", "two\nlines", "tab\tbed", " padded ", "semi;colon", "key=value", "a,b", "=SUM(A1)", "Zoë", "Ω≈ç", "漢字",
        "\U0001F600", "e\u0301", "<<", "---", "...", "?", "? a", "|", ">", "'", "\"", "a/b", "a:b", "$ref", "%TEMP%", "$(id)", "`id`",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The resource model of a user with that name.</summary>
    internal JsonObject Next(string username)
    {
        JsonObject model = new() { ["InstanceArn"] = StackText.Instance, ["Username"] = username };
        Maybe(model, "DirectoryUserId", Text);
        Maybe(model, "HierarchyGroupArn", Text);
        Maybe(model, "RoutingProfileArn", Text);
        Maybe(model, "IdentityInfo", () => Members(("FirstName", Text), ("LastName", Text), ("Email", Text), ("SecondaryEmail", Text), ("Mobile", () => Pick("+447700900123", "07700900123", "0044 7700"))));
        Maybe(model, "PhoneConfig", () => Members(
            ("AfterContactWorkTimeLimit", Number), ("AutoAccept", Flag), ("DeskPhoneNumber", () => Pick("07700900123", "+442079460000")), ("PhoneType", () => Pick("SOFT_PHONE", "DESK_PHONE")), ("PersistentConnection", Flag)));
        Maybe(model, "SecurityProfileArns", () => Set(() => Text()));
        Maybe(model, "Tags", () => Keyed("Key", () => new JsonObject { ["Key"] = Text(), ["Value"] = Text() }));
        Maybe(model, "UserProficiencies", () => Keyed("AttributeValue", () => new JsonObject { ["AttributeName"] = "Language", ["AttributeValue"] = Text(), ["Level"] = Number() }));
        Maybe(model, "VoiceEnhancementConfigs", () => new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["VoiceEnhancementMode"] = "NONE" }));
        return model;
    }

    /// <summary>One of the choices.</summary>
    internal T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private JsonNode Text() => Pick(Texts);

    private JsonNode Number() => _random.Next(6);

    private JsonNode Flag() => _random.Next(2) == 0;

    private JsonArray Set(Func<JsonNode> item) => new([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => item()).DistinctBy(node => node.ToJsonString())]);

    private JsonArray Keyed(string key, Func<JsonObject> item) => new([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => item()).DistinctBy(node => node[key]!.ToJsonString())]);

    private JsonObject Members(params (string Name, Func<JsonNode> Value)[] members)
    {
        JsonObject part = new();
        foreach ((var name, var value) in members)
        {
            Maybe(part, name, value);
        }

        if (part.Count == 0)
        {
            part[members[0].Name] = members[0].Value();
        }

        return part;
    }

    private void Maybe(JsonObject target, string name, Func<JsonNode> value)
    {
        if (_random.Next(3) > 0)
        {
            target[name] = value();
        }
    }
}
