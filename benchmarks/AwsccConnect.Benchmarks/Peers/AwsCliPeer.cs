using System.Diagnostics;
using System.Text.Json.Nodes;
using AwsccConnect.Benchmarks.Comparisons;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Peers;

/// <summary>Calls of the AWS CLI one after the other, as scripts have them: one process for each.</summary>
internal sealed class AwsCliPeer
{
    private readonly string _path;
    private readonly Service _service;

    private AwsCliPeer(string path, Service service)
    {
        _path = path;
        _service = service;
    }

    /// <summary>Does work with it; null, with the reason said, where it cannot.</summary>
    public static async Task<T?> TryRunAsync<T>(Service service, Action<string> say, Func<AwsCliPeer, Task<T>> work)
        where T : class
    {
        if (Executables.Find("aws") is not { } path)
        {
            say("AWS CLI left out: aws is not on the PATH.");
            return null;
        }

        (_, var version) = await Executables.RunAsync(new ProcessStartInfo(path, ["--version"]));
        say($"AWS CLI: {version.Trim()}");
        try
        {
            return await work(new AwsCliPeer(path, service));
        }
        catch (InvalidOperationException exception)
        {
            say($"AWS CLI left out: {exception.Message}");
            return null;
        }
    }

    /// <summary>Reads some users, and returns what each took.</summary>
    /// <exception cref="InvalidOperationException">The AWS CLI failed.</exception>
    public async Task<Samples> ReadAsync(int users)
    {
        using RawClient client = new(_service, 1);
        return (await ReadAsync((await client.ListAsync("AWS::Connect::User")).Take(users + 1))).WithoutFirst();
    }

    /// <summary>Finds users: resolves names, lists or searches, and reads no more than some of what it found.</summary>
    /// <exception cref="InvalidOperationException">The AWS CLI failed.</exception>
    public async Task<CliResult> FindAsync(UserQuery query, int readsAtMost)
    {
        var start = Stopwatch.GetTimestamp();
        var instance = (await ConnectAsync("list-instances", "InstanceSummaryList")).First(item => Text(item, "InstanceAlias") == _service.InstanceAlias);
        string[] scope = ["--instance-id", Text(instance, "Id")];
        string[] list = [.. scope, "--page-size", "1000"];
        var routing = await ConnectAsync("list-routing-profiles", "RoutingProfileSummaryList", list);
        await ConnectAsync("list-security-profiles", "SecurityProfileSummaryList", list);
        await ConnectAsync("list-user-hierarchy-groups", "UserHierarchyGroupSummaryList", list);
        var found = query.Username is { } username
            ? (await ConnectAsync("list-users", "UserSummaryList", list)).Where(item => Text(item, "Username") == username)
            : await ConnectAsync(
                "search-users",
                "Users",
                [.. scope, "--page-size", "500", .. UserQuery.SearchArguments(Text(routing.First(item => Text(item, "Name") == UserQuery.RoutingProfile), "Id"))]);
        string[] arns = [.. found.Select(item => Text(item, "Arn"))];
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new CliResult(arns.Length, seconds, await ReadAsync(arns.Take(readsAtMost)));
    }

    private async Task<Samples> ReadAsync(IEnumerable<string> identifiers)
    {
        Samples seconds = new();
        foreach (var identifier in identifiers)
        {
            var start = Stopwatch.GetTimestamp();
            await RunAsync("cloudcontrol", "get-resource", "--type-name", "AWS::Connect::User", "--identifier", identifier);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return seconds;
    }

    private async Task<JsonNode[]> ConnectAsync(string command, string member, params string[] arguments) =>
        [.. JsonNode.Parse(await RunAsync(["connect", command, .. arguments]))![member]!.AsArray().Select(item => item!)];

    private async Task<string> RunAsync(params string[] arguments)
    {
        var start = _service.Point(new ProcessStartInfo(_path, [.. arguments, "--output", "json"]));
        start.Environment["AWS_PAGER"] = "";
        (var exitCode, var text) = await Executables.RunAsync(start);
        return exitCode == 0 ? text : throw new InvalidOperationException(text.Trim().ReplaceLineEndings(" "));
    }

    private static string Text(JsonNode item, string member) => item[member]!.ToString();
}
