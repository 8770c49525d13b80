using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Simulator;

namespace AwsccConnect.Tests.Commands.Requests;

/// <summary>A session whose simulator takes a while over each request.</summary>
public abstract class RequestSession : SimulatorTestBase
{
    protected override SimulatorOptions Options => new() { UserCount = 0, HandlerSeconds = 60 };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Run(
            """
            $PSDefaultParameterValues['New-ConnectUser:InstanceArn'] = $instance
            $PSDefaultParameterValues['New-ConnectUser:RoutingProfile'] = $routing[0]
            $PSDefaultParameterValues['New-ConnectUser:SecurityProfile'] = $security[0]
            $PSDefaultParameterValues['New-ConnectUser:Password'] = $password
            $PSDefaultParameterValues['New-ConnectUser:FirstName'] = 'Ada'
            $PSDefaultParameterValues['New-ConnectUser:LastName'] = 'Li'
            """);
    }

    /// <summary>Requests for new users, accepted and not waited for; they stay in <c>$requests</c> too.</summary>
    protected IReadOnlyList<PSObject> Create(params string[] usernames) => Run(
        "$requests = @($names | ForEach-Object { @{ Username = $_ } } | New-ConnectUser -NoWait); $names | ForEach-Object { $name = $_; $requests | Where-Object User -eq $name }",
        ("names", usernames));

    /// <summary>Has the simulator accept creates of <c>user.1</c> and on, without the module, which would keep to AWS's pace.</summary>
    /// <returns>The request tokens, in no order.</returns>
    protected async Task<string[]> AcceptAsync(int count)
    {
        var tokens = await Task.WhenAll(Enumerable.Range(1, count).Select(async number =>
        {
            JsonObject model = new()
            {
                ["Username"] = $"user.{number}",
                ["InstanceArn"] = Simulator.InstanceArn,
                ["RoutingProfileArn"] = RoutingProfiles[0],
                ["SecurityProfileArns"] = new JsonArray(SecurityProfiles[0]),
                ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Ada", ["LastName"] = "Li" },
                ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE" },
                ["Password"] = "Correct7Horse",
            };
            JsonObject body = new() { ["TypeName"] = "AWS::Connect::User", ["DesiredState"] = model.ToJsonString() };
            return (await RawClient.CallAsync(Simulator, "CreateResource", body)).Event["RequestToken"]!.ToString();
        }));
        ClearCalls();
        return tokens;
    }

    protected static string Text(PSObject item, string property) => item.Properties[property].Value?.ToString() ?? "";

    protected static string Token(PSObject request) => Text(request, "RequestToken");

    /// <summary>User, operation and status of requests, as one text each.</summary>
    protected static IReadOnlyList<string> Summaries(IEnumerable<PSObject> requests) =>
        [.. requests.Select(request => $"{Text(request, "User")} {Text(request, "Operation")} {Text(request, "OperationStatus")}")];
}
