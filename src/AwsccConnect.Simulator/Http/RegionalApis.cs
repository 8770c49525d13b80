using AwsccConnect.Simulator.Api;
using AwsccConnect.Simulator.Connect;

namespace AwsccConnect.Simulator.Http;

/// <summary>Both APIs in one Region.</summary>
internal sealed record RegionalApis(CloudControlApi CloudControl, ConnectApi Connect)
{
    public static RegionalApis Of(SimulatorWorld world, SimulatorFaults faults, SimulatorOptions options, byte[] fingerprintKey) =>
        new(new CloudControlApi(world, faults, options, fingerprintKey), new ConnectApi(world));
}
