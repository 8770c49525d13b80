using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Requests;

/// <summary>A session whose simulator takes a while over each request.</summary>
public abstract class RequestSession : SimulatedSession
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
            """);
    }

    /// <summary>Requests for new users, accepted and not waited for; they stay in <c>$requests</c> too.</summary>
    protected IReadOnlyList<PSObject> Create(params string[] usernames) => Run(
        "$requests = @($names | ForEach-Object { @{ Username = $_ } } | New-ConnectUser -NoWait); $names | ForEach-Object { $name = $_; $requests | Where-Object User -eq $name }",
        ("names", usernames));

    protected static string Text(PSObject item, string property) => item.Properties[property].Value?.ToString() ?? "";

    protected static string Token(PSObject request) => Text(request, "RequestToken");

    /// <summary>User, operation and status of requests, as one text each.</summary>
    protected static IReadOnlyList<string> Summaries(IEnumerable<PSObject> requests) =>
        [.. requests.Select(request => $"{Text(request, "User")} {Text(request, "Operation")} {Text(request, "OperationStatus")}")];
}
