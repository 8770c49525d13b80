using FsCheck;
using FsCheck.Fluent;

namespace AwsccConnect.Tests.Users;

/// <summary>
/// Random resource models of users, from few values, so that two of them often agree in part. Many of the values mean something to a
/// spreadsheet, to YAML, to a template or to the roster syntax.
/// </summary>
public static class UserGenerators
{
    internal const string Instance = "arn:aws:connect:eu-west-2:111122223333:instance/11111111-2222-3333-4444-555555555555";

    internal static readonly string[] Texts =
    [
        "Ana", "Zoë", "x;y=z", "O'Brien", "it's", "No", "no", "yes", "on", "null", "~", "Null", "TRUE", "true", "007", "+44", "1e5", "0x1F", "1_000", "2026-11-23", "12:30", ".inf",
        "=1+1", "=SUM(A1)", "+x", "-2", "@sum", "'quoted", "''", "'", "\"", "\"q\"", "say \"hi\"", "{{ vars.HOME }}", "{{ name }}", "{% if x %}", "{# c #}", "{% endraw %}", "}}", "{y}", "[x]",
        "a;b=c", "semi;colon", "key=value", "a,b", "a/b~c", "a:b", "a: b", "key: value", "a\\nb", "back\\slash", " padded ", "tab\there", "\tfirst", "line\nbreak", "\r\nfirst", "\u0085x", "\u2028x",
        "# hash", "#a", "a #b", "-", "- item", "---", "...", "&a", "*b", "!t", "|", ">", "%x", "%TEMP%", "`x", "`id`", "$ref", "$(id)", "$env:HOME", ":", "?", "? a", "<<", "Ω≈ç", "日本", "😀", "e\u0301",
    ];

    private static readonly string[] TagKeys = ["Team", "Site", "k=;", "team", "cost:centre", "=k", "{{k}}", "a/b", "Ω", "7", "no", "with space", "- a", "#a", "a b=c"];
    private static readonly string[] Channels = ["VOICE", "CHAT", "TASK", "EMAIL"];

    /// <summary>Stands for a member that an object does not have.</summary>
    private static readonly JsonNode Absent = JsonValue.Create(nameof(Absent));

    private static readonly Gen<JsonNode?> Flag = One(true, false);
    private static readonly Gen<JsonNode?> Seconds = One(0, 1, 2);
    private static readonly Gen<JsonNode?> Text = Gen.OneOf(One(Texts[..3]), One(Texts));
    private static readonly Gen<JsonNode?> PhoneType = One("SOFT_PHONE", "DESK_PHONE");
    private static readonly Gen<JsonNode?> PhoneNumber = One("+441134960130", "+1202");
    private static readonly Gen<JsonNode?> Unknown = Gen.OneOf(Text, Members(("Inner", Text)), Gen.Two(Text).Select(JsonNode? (texts) => new JsonArray(texts.Item1, texts.Item2)));

    /// <summary>States that AWS might report: of the properties of users some, and members that are null, empty or not known yet.</summary>
    public static Arbitrary<JsonObject> States() => State.ToArbitrary();

    /// <summary>The states of a user one after another, null where there is none; at least once there is one.</summary>
    public static Arbitrary<JsonObject?[]> Histories() =>
        (from count in Gen.Elements(2, 3, 5)
         from states in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant<JsonObject?>(null)), (3, State.Select(JsonObject? (state) => state))), count)
         where states.Any(state => state is not null)
         select states).ToArbitrary();

    internal static Gen<JsonObject> State { get; } =
        from users in Gen.Two(Whole(
            Instance, Of("routing-profile", "r", "s"), Of("security-profile", "p1", "p2", "p3"), Of("agent-group", "g", "h")))
        from state in Loose(users.Item1.Concat(users.Item2.Where(member => !users.Item1.ContainsKey(member.Key))), "New/Thing")
        select Named(state!.AsObject(), Instance, "ana", $"{Instance}/agent/1");

    /// <summary>Users that AWS would take, without a name.</summary>
    /// <param name="instanceArn">Their instance.</param>
    /// <param name="routingProfiles">ARNs of its routing profiles.</param>
    /// <param name="securityProfiles">ARNs of its security profiles.</param>
    /// <param name="hierarchyGroups">ARNs of its hierarchy groups.</param>
    /// <param name="tagKeys">Keys of tags; null for those that are hard to write.</param>
    /// <param name="hasChannels">Whether some have settings per channel.</param>
    internal static Gen<JsonObject> Whole(
        string instanceArn,
        IReadOnlyList<string> routingProfiles,
        IReadOnlyList<string> securityProfiles,
        IReadOnlyList<string> hierarchyGroups,
        IReadOnlyList<string>? tagKeys = null,
        bool hasChannels = true) =>
        from phone in Gen.Elements(FlatSettings, hasChannels ? ChannelSettings : [])
        from user in Members(
        [
            ("InstanceArn", One(instanceArn)),
            ("RoutingProfileArn", One(routingProfiles)),
            ("SecurityProfileArns", Elements(securityProfiles, arn => One(arn))),
            ("IdentityInfo", Members(
                ("FirstName", Text), ("LastName", Text), ("Email", Maybe(Text)), ("SecondaryEmail", Maybe(Text)), ("Mobile", Maybe(One("+447700900123", "+1202"))))),
            ("HierarchyGroupArn", Maybe(One(hierarchyGroups))),
            ("Tags", Maybe(Tags(tagKeys ?? TagKeys))),
            ("UserProficiencies", Maybe(Elements(["connect:English", "French/Swiss", "=x"], value => Members(
                ("AttributeName", One("connect:Language", "Skill")), ("AttributeValue", One(value)), ("Level", One(1, 2.5m, 5)))))),
            .. phone,
        ])
        select user.AsObject();

    /// <summary>The user with a name.</summary>
    internal static JsonObject Named(JsonObject user, string instanceArn, string username, string userArn)
    {
        (user["InstanceArn"], user["Username"], user["UserArn"]) = (instanceArn, username, userArn);
        return user;
    }

    /// <summary>The same meaning in another order.</summary>
    internal static Gen<JsonObject> Shuffled(JsonObject state) =>
        from members in Gen.Shuffle(state.ToArray())
        from copy in Members([.. members.Select(member => (member.Key, member.Value is JsonArray array && member.Key != "New/Thing"
            ? Gen.Shuffle(array.ToArray()).Select(JsonNode? (items) => new JsonArray([.. items.Select(item => item?.DeepClone())]))
            : Same(member.Value)))])
        select copy.AsObject();

    /// <summary>The users that a seed gives.</summary>
    internal static IReadOnlyList<JsonObject> Sample(this Gen<JsonObject> users, int seed, int count) => [.. users.Sample(count, new Rnd((ulong)seed), 50)];

    private static (string Name, Gen<JsonNode?> Value)[] FlatSettings =>
    [
        ("PhoneConfig", Members(
            ("PhoneType", PhoneType), ("AutoAccept", Flag), ("AfterContactWorkTimeLimit", Maybe(Seconds)), ("DeskPhoneNumber", Maybe(PhoneNumber)), ("PersistentConnection", Flag))),
    ];

    private static (string Name, Gen<JsonNode?> Value)[] ChannelSettings =>
    [
        ("AutoAcceptConfigs", Maybe(Elements(Channels, channel => Members(("Channel", One(channel)), ("AutoAccept", Flag))))),
        ("AfterContactWorkConfigs", Maybe(Elements(Channels, channel => Members(
            ("Channel", One(channel)), ("AfterContactWorkConfig", Members(("AfterContactWorkTimeLimit", Seconds), ("AfterContactWorkMode", One("ON", "OFF")))))))),
        ("PhoneNumberConfigs", Maybe(Voice(("PhoneType", PhoneType), ("PhoneNumber", PhoneNumber)))),
        ("PersistentConnectionConfigs", Maybe(Voice(("PersistentConnection", Flag)))),
        ("VoiceEnhancementConfigs", Maybe(Voice(("VoiceEnhancementMode", One("NONE", "VOICE_ISOLATION"))))),
    ];

    /// <summary>Tags with one to four of the keys.</summary>
    internal static Gen<JsonNode?> Tags(IReadOnlyList<string> keys) => Elements(keys, key => Members(("Key", One(key)), ("Value", Gen.OneOf(Text, One("")))));

    private static Gen<JsonNode?> One<T>(params IReadOnlyList<T> values) => Gen.Elements(values.AsEnumerable()).Select(value => JsonSerializer.SerializeToNode(value));

    private static Gen<JsonNode?> Maybe(Gen<JsonNode?> value) => Gen.OneOf(Gen.Constant<JsonNode?>(Absent), value);

    private static Gen<JsonNode?> Members(params IReadOnlyList<(string Name, Gen<JsonNode?> Value)> members) =>
        from values in Gen.CollectToArray(members, member => member.Value)
        select (JsonNode?)new JsonObject(members.Zip(values, (member, value) => new KeyValuePair<string, JsonNode?>(member.Name, value)).Where(member => !ReferenceEquals(member.Value, Absent)));

    /// <summary>An array with elements for one to four of the keys, often for the first of them.</summary>
    private static Gen<JsonNode?> Elements(IReadOnlyList<string> keys, Func<string, Gen<JsonNode?>> element) =>
        from pool in Gen.Elements(keys.Take(3), keys)
        from order in Gen.Shuffle(pool)
        from count in Gen.Choose(1, Math.Min(4, order.Length))
        from elements in Gen.CollectToArray(order.Take(count), element)
        select (JsonNode?)new JsonArray(elements);

    private static Gen<JsonNode?> Voice(params IEnumerable<(string Name, Gen<JsonNode?> Value)> members) => Elements(["VOICE"], channel => Members([("Channel", One(channel)), .. members]));

    private static Gen<JsonNode?> Loose(IEnumerable<KeyValuePair<string, JsonNode?>> members, string added) =>
        Members([.. members.Select(member => (member.Key, Loose(member.Value switch
        {
            JsonObject part => Loose(part, "New~Leaf/1"),
            JsonArray array => Gen.Frequency((9, Same(array)), (1, Gen.Fresh(JsonNode? () => new JsonArray()))),
            var value => Same(value),
        }))), (added, Loose(Unknown))]);

    private static Gen<JsonNode?> Loose(Gen<JsonNode?> value) => Gen.Frequency((4, Gen.Constant<JsonNode?>(Absent)), (1, Gen.Constant<JsonNode?>(null)), (11, value));

    private static Gen<JsonNode?> Same(JsonNode? value) => Gen.Fresh(() => value?.DeepClone());

    private static string[] Of(string kind, params IEnumerable<string> ids) => [.. ids.Select(id => $"{Instance}/{kind}/{id}")];
}
