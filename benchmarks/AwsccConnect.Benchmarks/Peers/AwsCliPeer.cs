using System.Diagnostics;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Peers;

/// <summary>A loop over the AWS CLI, as scripts have it: one process for each user.</summary>
internal static class AwsCliPeer
{
    /// <summary>Reads some users.</summary>
    public static async Task<Samples?> TryReadAsync(Service service, int users, Action<string> say)
    {
        var aws = Executables.Find("aws");
        if (aws is null)
        {
            say("AWS CLI left out: aws is not on the PATH.");
            return null;
        }

        using RawClient client = new(service, 1);
        var identifiers = await client.ListAsync("AWS::Connect::User");
        Samples seconds = new();
        foreach (var identifier in identifiers.Take(users + 1))
        {
            var start = Stopwatch.GetTimestamp();
            (var exitCode, var text) = await Executables.RunAsync(GetResource(aws, service, identifier));
            if (exitCode != 0)
            {
                say($"AWS CLI left out: {text.Trim().ReplaceLineEndings(" ")}");
                return null;
            }

            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        (_, var version) = await Executables.RunAsync(new ProcessStartInfo(aws, ["--version"]));
        say($"AWS CLI: {version.Trim()}");
        return seconds.WithoutFirst();
    }

    private static ProcessStartInfo GetResource(string aws, Service service, string identifier)
    {
        ProcessStartInfo start = new(
            aws,
            [
                "cloudcontrol", "get-resource", "--type-name", "AWS::Connect::User", "--identifier", identifier,
                "--endpoint-url", service.Url.ToString(), "--region", service.Region, "--output", "json",
            ]);
        start.Environment["AWS_ACCESS_KEY_ID"] = Service.AccessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = Service.SecretKey;
        start.Environment["AWS_PAGER"] = "";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var variable in new[] { "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN" })
        {
            start.Environment.Remove(variable);
        }

        return start;
    }
}
