namespace AwsccConnect.Shell;

/// <summary>The command line, with pwsh's parameter names, abbreviations and order rules.</summary>
internal sealed class ShellOptions
{
    /// <summary>The value of -Command and -File that means: read from standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What -Help prints.</summary>
    public const string Usage =
        """
        Usage: AwsccConnect.Shell [-NoLogo] [-NoProfile] [-NonInteractive] [-NoExit] [-WorkingDirectory <folder>]
                                  [-ExecutionPolicy <policy>]
                                  [[-File] <script> [<argument> ...] | -Command { - | <text> ... }]
               AwsccConnect.Shell -Version | -Help

        A console for PowerShell's engine with the AwsccConnect module imported.

        -File, -f            Runs a script. All that follows are the script's arguments. "-" reads the script from
                             standard input. May be left out before the script's name.
        -Command, -c         Runs the text made of all that follows. "-" reads commands from standard input.
        -NoExit, -noe        Opens the prompt after the script or the command.
        -NonInteractive,     Questions are errors instead of waiting for an answer.
        -noni
        -NoLogo, -nol        No banner.
        -NoProfile, -nop     Accepted for scripts written for pwsh. This shell has no profiles.
        -WorkingDirectory,   The folder to start in.
        -wd
        -ExecutionPolicy,    The execution policy of this process; Windows only has one.
        -ep
        -Version, -v         Prints the version.
        -Help, -h, -?        Prints this text.

        Exit codes: the script's own (exit N); 0; 1 after an uncaught error, or when the last statement of -Command
        failed; 64 for wrong arguments; 130 after Ctrl+C; 143 after SIGTERM.

        AWSCCCONNECT_MODULE_PATH names the module's folder; without it, output/AwsccConnect is looked for from the
        program's folder upwards.
        """;

    // Name, shortest abbreviation; further aliases of pwsh follow as entries of their own.
    private static readonly (string Name, int MinimumLength, string Meaning)[] Parameters =
    [
        ("command", 1, "command"),
        ("executionpolicy", 2, "executionpolicy"),
        ("ep", 2, "executionpolicy"),
        ("file", 1, "file"),
        ("help", 1, "help"),
        ("?", 1, "help"),
        ("noexit", 3, "noexit"),
        ("nologo", 3, "nologo"),
        ("noninteractive", 4, "noninteractive"),
        ("noprofile", 3, "noprofile"),
        ("version", 1, "version"),
        ("workingdirectory", 2, "workingdirectory"),
        ("wd", 2, "workingdirectory"),
    ];

    /// <summary>The text of -Command, <see cref="StandardInput"/>, or null.</summary>
    public string? Command { get; private set; }

    /// <summary>The script of -File, <see cref="StandardInput"/>, or null.</summary>
    public string? File { get; private set; }

    /// <summary>The arguments of the script as given.</summary>
    public IReadOnlyList<string> FileArguments { get; private set; } = [];

    /// <summary>-NonInteractive.</summary>
    public bool NonInteractive { get; private set; }

    /// <summary>-NoLogo.</summary>
    public bool NoLogo { get; private set; }

    /// <summary>-NoExit.</summary>
    public bool NoExit { get; private set; }

    /// <summary>-Version.</summary>
    public bool Version { get; private set; }

    /// <summary>-Help.</summary>
    public bool Help { get; private set; }

    /// <summary>-WorkingDirectory, or null.</summary>
    public string? WorkingDirectory { get; private set; }

    /// <summary>-ExecutionPolicy, or null.</summary>
    public string? ExecutionPolicy { get; private set; }

    /// <summary>What is wrong with the command line, or null.</summary>
    public string? Error { get; private set; }

    /// <summary>Reads the command line; see <see cref="Error"/> for whether it was right.</summary>
    public static ShellOptions Parse(IReadOnlyList<string> arguments)
    {
        ShellOptions options = new();
        for (int i = 0; i < arguments.Count && options.Error is null; i++)
        {
            string argument = arguments[i];
            if (argument == StandardInput || !argument.StartsWith('-'))
            {
                options.TakeFile(arguments, i);
                break;
            }

            string? value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            switch (Match(argument))
            {
                case "command" when value is null:
                    options.Error = "Cannot process the command because of a missing parameter. A command must follow -Command.";
                    break;
                case "command" when value == StandardInput && i + 2 < arguments.Count:
                    options.Error = "'-' was specified with the -Command parameter; no other arguments to -Command are permitted.";
                    break;
                case "command":
                    options.Command = string.Join(' ', arguments.Skip(i + 1));
                    return options;
                case "file" when value is null:
                    options.Error = "The -File parameter requires a file path argument.";
                    break;
                case "file":
                    options.TakeFile(arguments, i + 1);
                    return options;
                case "workingdirectory" when value is null:
                    options.Error = "The -WorkingDirectory parameter requires a folder as argument.";
                    break;
                case "workingdirectory" when !Directory.Exists(value):
                    options.Error = $"The folder '{value}' of -WorkingDirectory does not exist.";
                    break;
                case "workingdirectory":
                    options.WorkingDirectory = value;
                    i++;
                    break;
                case "executionpolicy" when value is null:
                    options.Error = "The -ExecutionPolicy parameter requires a policy as argument.";
                    break;
                case "executionpolicy":
                    options.ExecutionPolicy = value;
                    i++;
                    break;
                case "noninteractive":
                    options.NonInteractive = true;
                    break;
                case "nologo":
                    options.NoLogo = true;
                    break;
                case "noexit":
                    options.NoExit = true;
                    break;
                case "noprofile":
                    break;
                case "version":
                    options.Version = true;
                    return options;
                case "help":
                    options.Help = true;
                    return options;
                default:
                    options.Error = $"The argument '{argument}' is not recognized. Run with -Help for the parameters.";
                    break;
            }
        }

        return options;
    }

    private static string? Match(string argument)
    {
        string name = argument.TrimStart('-');
        return Parameters.FirstOrDefault(parameter =>
            name.Length >= parameter.MinimumLength
            && parameter.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).Meaning;
    }

    private void TakeFile(IReadOnlyList<string> arguments, int index)
    {
        string file = arguments[index];
        string folder = WorkingDirectory ?? Environment.CurrentDirectory;
        if (file != StandardInput)
        {
            file = Path.GetFullPath(file, Path.GetFullPath(folder));
            if (!System.IO.File.Exists(file))
            {
                Error = $"The argument '{arguments[index]}' is not recognized as the name of a script file. "
                    + "Check the spelling of the name, or if a path was included, verify that the path is correct and try again.";
                return;
            }
        }

        File = file;
        FileArguments = [.. arguments.Skip(index + 1)];
    }
}
