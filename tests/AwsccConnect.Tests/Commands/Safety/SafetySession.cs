using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>A session with users in the simulator, in which New-ConnectUser has all that it requires but names and a password.</summary>
public sealed class SafetySession : SimulatorTestBase
{
    private SafetySession(SimulatorOptions options) => Options = options;

    /// <summary>ARNs of the users that the simulator began with.</summary>
    public IReadOnlyList<string> Users { get; private set; } = [];

    protected override SimulatorOptions Options { get; }

    public static async Task<SafetySession> StartAsync(SimulatorOptions? options = null)
    {
        SafetySession session = new(options ?? new SimulatorOptions { UserCount = 6 });
        await session.InitializeAsync();
        session.Users = session.Texts("Get-ConnectUser -InstanceArn $instance -IdentifierOnly | ForEach-Object UserArn");
        session.SetUserDefaults();
        session.Simulator.ClearCalls();
        return session;
    }

    public string UsernameOf(string arn) => State(arn)["Username"]!.ToString();

    /// <summary>The writes of an operation that made a request of their own, by request token.</summary>
    public IReadOnlyList<string> Requests(string operation, string? user = null) =>
        [.. Calls(operation, user).Select(call => call.RequestToken).OfType<string>().Distinct()];

    /// <summary>Runs a script until enough writes have been accepted, and breaks it off.</summary>
    public async Task BreakOffAsync(string operation, int writes, string script, params (string Name, object? Value)[] variables)
    {
        using var running = Session.Start(script, variables);
        (await running.WaitUntilAsync(_ => Calls(operation).Count >= writes)).ShouldBeTrue();
        await running.StopAsync();
    }

    /// <summary>A row.</summary>
    public static PSObject Row(params (string Column, string Value)[] cells)
    {
        PSObject row = new();
        foreach ((var column, var value) in cells)
        {
            row.Properties.Add(new PSNoteProperty(column, value));
        }

        return row;
    }

    /// <summary>Rows with these usernames.</summary>
    public static PSObject[] Rows(params IEnumerable<string> usernames) => [.. usernames.Select(name => Row(("Username", name), ("FirstName", "Ada"), ("LastName", "Li")))];

    /// <summary>Rows of <c>run00</c> and on, with two tags each.</summary>
    public static PSObject[] TaggedRows(int count) => [.. Enumerable.Range(0, count).Select(i =>
        Row(("Username", $"run{i:00}"), ("FirstName", $"First{i}"), ("LastName", "Li"), ("tag:Team", "Sales"), ("tag:Site", "Leeds")))];

    public InvocationResult Create(IEnumerable<string> usernames, string more = "") =>
        Invoke($"$rows | New-ConnectUser -Password $password {more}", ("rows", Rows(usernames)));

    public InvocationResult Set(IEnumerable<string> arns, string change, string more = "") =>
        Invoke($"$arns | Set-ConnectUser {change} {more}", ("arns", arns.ToArray()));

    public InvocationResult Remove(IEnumerable<string> arns, string more = "") =>
        Invoke($"$arns | Remove-ConnectUser -Force {more}", ("arns", arns.ToArray()));

    /// <summary>What all good errors of items have in common; of an ARN they have the end.</summary>
    public static void ShouldBeItemError(ErrorRecord error, string id, ErrorCategory category, params string[] names)
    {
        error.FullyQualifiedErrorId.ShouldStartWith(id + ",");
        error.CategoryInfo.Category.ShouldBe(category, error.FullyQualifiedErrorId);
        names.Any(name => error.ToString().Contains(name[(name.IndexOf("/agent/", StringComparison.Ordinal) + 1)..], StringComparison.Ordinal)).ShouldBeTrue($"{error} does not name {string.Join(" or ", names)}");
        error.ErrorDetails.RecommendedAction.ShouldNotBeNullOrWhiteSpace();
        error.TargetObject.ShouldNotBeNull();
    }
}
