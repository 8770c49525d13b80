using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;

namespace AwsccConnect.Shell;

/// <summary>The shell's process: arguments in, exit code out.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        ShellOptions options = ShellOptions.Parse(arguments);
        if (options.Error is not null)
        {
            Console.Error.WriteLine(options.Error);
            return ExitCodes.Usage;
        }

        if (options.Help)
        {
            Console.Out.WriteLine(ShellOptions.Usage);
            return ExitCodes.Success;
        }

        if (options.Version)
        {
            Console.Out.WriteLine($"AwsccConnect {ShellHost.ShellVersion.ToString(3)} (PowerShell {ShellHost.EngineVersion})");
            return ExitCodes.Success;
        }

        if (CultureInfo.CurrentUICulture.Equals(CultureInfo.InvariantCulture))
        {
            // Without a language in the environment the engine breaks help texts inside words.
            CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-US");
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentUICulture;
        }

        if (options.WorkingDirectory is not null)
        {
            Environment.CurrentDirectory = options.WorkingDirectory;
        }

        if (options.ExecutionPolicy is not null)
        {
            // The scope Process of the policy is this variable (about_Execution_Policies).
            Environment.SetEnvironmentVariable("PSExecutionPolicyPreference", options.ExecutionPolicy);
        }

        return Run(options);
    }

    private static int Run(ShellOptions options)
    {
        string manifest;
        try
        {
            manifest = ModuleLocator.FindManifest();
        }
        catch (FileNotFoundException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCodes.Failure;
        }

        LineReader reader = new(options.NonInteractive);
        ShellUserInterface ui = new(reader, options.NonInteractive);
        ShellHost host = new(ui);
        using ShellSession session = new(host, ui);
        CommandLoop loop = new(session, host, reader);
        if (Terminal.IsInteractive && !options.NonInteractive)
        {
            host.NestedPrompt = loop.RunNested;
        }

        int? signalled = null;
        // Ctrl+C never ends the shell itself: what AWS has accepted must still be reported.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            signalled = ExitCodes.Interrupted;
            session.Stop();
        });
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            signalled = ExitCodes.Terminated;
            context.Cancel = session.Stop();
        });

        Outcome outcome = session.Run(shell => shell
            .AddCommand("Import-Module").AddParameter("Name", WildcardPattern.Escape(manifest))
            .AddParameter("ErrorAction", ActionPreference.Stop));
        if (outcome == Outcome.Succeeded)
        {
            outcome = RunInput(options, session, loop, host);
        }

        return host.RequestedExitCode
            ?? (outcome == Outcome.Stopped ? signalled ?? ExitCodes.Failure
                : outcome == Outcome.Succeeded ? ExitCodes.Success
                : ExitCodes.Failure);
    }

    private static Outcome RunInput(ShellOptions options, ShellSession session, CommandLoop loop, ShellHost host)
    {
        Outcome outcome = Outcome.Succeeded;
        bool readCommands = options.NoExit || (options.Command is null && options.File is null);
        if (options.File is not null and not ShellOptions.StandardInput)
        {
            outcome = RunFile(options, session);
        }
        else if (options.Command is not null and not ShellOptions.StandardInput)
        {
            outcome = session.Run(
                shell => shell.AddScript(options.Command), StandardInputFor(options.Command), addToHistory: true);
        }
        else if (options.File == ShellOptions.StandardInput)
        {
            string script = Console.In.ReadToEnd();
            outcome = session.Run(shell => shell.AddScript(script));
        }
        else
        {
            readCommands = true;
        }

        if (!readCommands || host.RequestedExitCode is not null)
        {
            return outcome;
        }

        if (Terminal.IsInteractive && !options.NoLogo)
        {
            Console.Out.WriteLine($"AwsccConnect {ShellHost.ShellVersion.ToString(3)} on PowerShell {ShellHost.EngineVersion}");
        }

        outcome = loop.Run();
        // Leaving the prompt is a success, whatever was tried there.
        return Terminal.IsInteractive ? Outcome.Succeeded : outcome;
    }

    private static Outcome RunFile(ShellOptions options, ShellSession session)
    {
        Command command = new(options.File!, isScript: false, useLocalScope: false);
        foreach (CommandParameter parameter in ScriptArguments.Parse(options.FileArguments))
        {
            command.Parameters.Add(parameter);
        }

        if (!options.NoExit)
        {
            session.LetNextScriptExit();
        }

        // A script that reported errors and went on to its end has done its work: no history, no $? asked.
        return session.Run(shell => shell.Commands.AddCommand(command), StandardInputFor(File.ReadAllText(options.File!)));
    }

    // Redirected input is $input. It is read only where the script uses it: a pipe that never ends must not block.
    private static IEnumerable<string>? StandardInputFor(string script) =>
        Console.IsInputRedirected && script.Contains("$input", StringComparison.OrdinalIgnoreCase) ? ReadLines() : null;

    private static IEnumerable<string> ReadLines()
    {
        while (Console.In.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
