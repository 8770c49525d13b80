using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Faults;

/// <summary>What every simulator of the matrix starts with: the same seed gives the same ARNs.</summary>
/// <param name="Instances">ARNs of the instances.</param>
/// <param name="RoutingProfile">ARN of a routing profile of the first.</param>
/// <param name="SecurityProfile">ARN of a security profile of the first.</param>
public sealed record FaultSeed(IReadOnlyList<string> Instances, string RoutingProfile, string SecurityProfile)
{
    /// <summary>Instances of each simulator.</summary>
    public const int InstanceCount = 2;

    /// <summary>Reads the seed from a simulator.</summary>
    public static async Task<FaultSeed> ReadAsync()
    {
        await using var simulator = await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 0, InstanceCount = InstanceCount });
        using ModuleSession session = new();
        string[] Arns(string command) => [.. session.Run(
            $"{command} -EndpointUrl $url -Region $region -AccessKey AKIDFAULTS -SecretKey secret | ForEach-Object Arn",
            ("url", simulator.Url.AbsoluteUri),
            ("region", simulator.Region)).Select(arn => arn.ToString())];
        string[] instances = [simulator.InstanceArn, .. Arns("Get-ConnectInstance").Where(arn => arn != simulator.InstanceArn)];
        return new FaultSeed(
            instances,
            Arns($"Get-ConnectRoutingProfile -InstanceArn {instances[0]}")[0],
            Arns($"Get-ConnectSecurityProfile -InstanceArn {instances[0]}")[0]);
    }
}
