using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;

namespace AwsccConnect.Shell;

/// <summary>The host that scripts see as <c>$Host</c>.</summary>
/// <param name="ui">The console.</param>
internal sealed class ShellHost(ShellUserInterface ui) : PSHost
{
    /// <summary>The shell's version.</summary>
    public static Version ShellVersion { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    /// <summary>The engine's version, without the commit.</summary>
    public static string EngineVersion { get; } = typeof(PSObject).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split(' ', '+')[0];

    /// <summary>Opens a prompt within the running command, or null where there is nobody to ask.</summary>
    public Action? NestedPrompt { get; set; }

    /// <summary>Whether the innermost nested prompt is to end.</summary>
    public bool ExitNestedRequested { get; set; }

    /// <summary>The code given to <c>exit</c>, or null.</summary>
    public int? RequestedExitCode { get; private set; }

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "AwsccConnect.Shell";

    public override PSHostUserInterface UI { get; } = ui;

    public override Version Version => ShellVersion;

    public override void EnterNestedPrompt()
    {
        if (NestedPrompt is null)
        {
            throw new PSInvalidOperationException("There is nobody at the console to open a nested prompt for.");
        }

        NestedPrompt();
    }

    public override void ExitNestedPrompt() => ExitNestedRequested = true;

    // Native programs use the console as it is.
    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;
}
