using System.Management.Automation;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Simulators;

/// <summary>Simulators named by a port.</summary>
public sealed class PortTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Run("$running | Stop-ConnectSimulator");
        _session.Dispose();
    }

    [Theory]
    [InlineData("Get-ConnectSimulator -Port $gone, $running.Port", 1)]
    [InlineData("Stop-ConnectSimulator -Port $gone, $running.Port", 0)]
    public void A_port_where_none_runs_is_an_error_and_the_others_come(string script, int found)
    {
        _session.Run("$gone = (Start-ConnectSimulator -UserCount 0).Port; Stop-ConnectSimulator -Port $gone; $running = Start-ConnectSimulator -UserCount 0");
        InvocationResult result = _session.Invoke(script);
        result.Output.Count.ShouldBe(found);
        ErrorRecord error = result.Errors.ShouldHaveSingleItem();
        error.FullyQualifiedErrorId.ShouldStartWith("NotFound,");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.ObjectNotFound);
        object port = _session.Run("$gone").Single().BaseObject;
        error.TargetObject.ShouldBe(port);
        error.ToString().ShouldContain($"port {port}");
        error.ErrorDetails.RecommendedAction.ShouldContain("Start-ConnectSimulator");
        _session.Run("$running.IsRunning").Single().BaseObject.ShouldBe(found == 1);
    }
}
