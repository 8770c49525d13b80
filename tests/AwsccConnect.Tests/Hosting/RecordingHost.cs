using System.Globalization;
using System.Management.Automation.Host;

namespace AwsccConnect.Tests.Hosting;

/// <summary>A PowerShell host that records its output and takes responses to prompts from a script.</summary>
public sealed class RecordingHost : PSHost
{
    /// <summary>The output and prompts, and the responses to give.</summary>
    public RecordingHostUserInterface Recorded { get; } = new();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "RecordingHost";

    public override PSHostUserInterface UI => Recorded;

    public override Version Version { get; } = new(1, 0);

    /// <summary>The code given to <c>exit</c>, or null.</summary>
    public int? ExitCode { get; private set; }

    public override void EnterNestedPrompt()
    {
    }

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;
}
