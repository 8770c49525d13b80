using System.Globalization;
using System.Text.Json.Nodes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>Users to find: one by name, or those with two tags and a routing profile.</summary>
/// <param name="What">What is found.</param>
/// <param name="Username">The name; null for the search.</param>
/// <param name="Found">How many users it finds.</param>
/// <param name="CallsBar">Calls that are allowed.</param>
/// <param name="SecondsBar">Seconds that are allowed; null where only the calls count.</param>
internal sealed record UserQuery(string What, string? Username, int Found, int CallsBar, double? SecondsBar)
{
    /// <summary>Exactly 30 of the 5,000 seeded users have this routing profile and these tags.</summary>
    public const string RoutingProfile = "Sales";

    private static readonly (string Key, string Value)[] Tags = [("CostCentre", "CC103"), ("Site", "Lisbon")];

    /// <summary>As it is typed, with <c>$alias</c>, <c>$region</c> and <c>$aws</c>.</summary>
    public string Script => Username is null
        ? $"Get-ConnectUser -InstanceArn $alias -Tag @{{ {string.Join("; ", Tags.Select(tag => $"{tag.Key} = '{tag.Value}'"))} }} -RoutingProfile '{RoutingProfile}' -Region $region @aws"
        : $"Get-ConnectUser -InstanceArn $alias -Username '{Username}' -Region $region @aws";

    /// <summary>The bar in words.</summary>
    public string Bar => string.Create(CultureInfo.InvariantCulture, $"at most {CallsBar} calls{(SecondsBar is { } seconds ? $" and {seconds:0} s" : "")}");

    /// <summary>What is sent to the JavaScript.</summary>
    public JsonObject ToJson(string alias) => new()
    {
        ["alias"] = alias,
        ["username"] = Username,
        ["routingProfile"] = RoutingProfile,
        ["tags"] = new JsonObject(Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
    };

    /// <summary>The search as the AWS CLI takes it.</summary>
    public static string[] SearchArguments(string routingProfileId) =>
    [
        "--search-criteria", $$$"""{"StringCondition":{"FieldName":"RoutingProfileId","Value":"{{{routingProfileId}}}","ComparisonType":"EXACT"}}""",
        "--search-filter", $$$"""{"TagFilter":{"AndConditions":[{{{string.Join(',', Tags.Select(tag => $$"""{"TagKey":"{{tag.Key}}","TagValue":"{{tag.Value}}"}"""))}}}]}}""",
    ];

    /// <summary>Part of the bar that is used up.</summary>
    public double UsedUp(Samples calls, Samples seconds) => Math.Max(calls.Median / CallsBar, SecondsBar is { } bar ? seconds.Median / bar : 0);
}
