namespace AwsccConnect.Simulator.Commands;

/// <summary>
/// Completes the Regions that have Amazon Connect
/// (<see href="https://docs.aws.amazon.com/connect/latest/adminguide/regions.html"/>); any other name is allowed as well.
/// </summary>
internal sealed class RegionCompleter : WordCompleter
{
    private static readonly string[] Names =
    [
        "af-south-1", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-west-2",
        "us-east-1", "us-gov-west-1", "us-west-2",
    ];

    protected override IReadOnlyList<(string Word, string Text)> Values => [.. Names.Select(name => (name, name))];
}
