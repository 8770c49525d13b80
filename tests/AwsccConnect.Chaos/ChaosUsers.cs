using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace AwsccConnect.Chaos;

/// <summary>The users of a run: what they are created with, what they are changed to, and the files that say so.</summary>
internal sealed class ChaosUsers(int count, string instanceArn, string routingProfileArn, string securityProfileArn)
{
    public const string Password = "Chaos0Rehearsal";

    private static readonly string[] Teams = ["Sales", "Support", "Billing"];

    public IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"agent{i:0000}"))];

    /// <summary>The state after the create or, later, after the change.</summary>
    public JsonObject Desired(string name, bool isChanged)
    {
        var number = Number(name);
        JsonArray tags = [Tag("Team", Teams[number % Teams.Length])];
        if (isChanged)
        {
            tags.Add(Tag("Wave", "2"));
        }

        return new JsonObject
        {
            ["InstanceArn"] = instanceArn,
            ["Username"] = name,
            ["RoutingProfileArn"] = routingProfileArn,
            ["SecurityProfileArns"] = new JsonArray(securityProfileArn),
            ["IdentityInfo"] = new JsonObject
            {
                ["FirstName"] = "First" + name,
                ["LastName"] = isChanged ? "Changed" + name : "Last" + name,
                ["Email"] = name + "@example.com",
            },
            ["PhoneConfig"] = new JsonObject
            {
                ["PhoneType"] = "SOFT_PHONE",
                ["AutoAccept"] = number % 2 == 0,
                ["AfterContactWorkTimeLimit"] = isChanged ? 45 + (number % 10) : 30,
            },
            ["Tags"] = tags,
        };
    }

    public string NewRows() => Rows("Username,FirstName,LastName,Email,AutoAccept,AfterContactWorkTimeLimit,tag:Team", name =>
    {
        var number = Number(name);
        return $"{name},First{name},Last{name},{name}@example.com,{(number % 2 == 0 ? "yes" : "no")},30,{Teams[number % Teams.Length]}";
    });

    public string ChangedRows(Func<string, string> arnOf) => Rows(
        "UserArn,LastName,AfterContactWorkTimeLimit",
        name => string.Create(CultureInfo.InvariantCulture, $"{arnOf(name)},Changed{name},{45 + (Number(name) % 10)}"));

    public string LeaverRows(Func<string, string> arnOf) => Rows("UserArn", arnOf);

    private static int Number(string name) => int.Parse(name["agent".Length..], CultureInfo.InvariantCulture);

    private static JsonObject Tag(string key, string value) => new() { ["Key"] = key, ["Value"] = value };

    private string Rows(string head, Func<string, string> row)
    {
        StringBuilder text = new(head + "\n");
        foreach (var name in Names)
        {
            text.Append(row(name)).Append('\n');
        }

        return text.ToString();
    }
}
