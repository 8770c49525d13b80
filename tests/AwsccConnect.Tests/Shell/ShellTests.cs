using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Shell;

/// <summary>The shell as a process: what pwsh's users expect of the same command lines.</summary>
public sealed class ShellTests : IDisposable
{
    private readonly string _folder =
        Directory.CreateTempSubdirectory("awsccconnect shell ").FullName;

    [Theory]
    [InlineData("1", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("throw 'x'", 1)]
    [InlineData("Get-Nothing; 1", 0)]
    [InlineData("1; Get-Nothing", 1)]
    [InlineData("if (", 1)]
    public async Task Command_sets_the_exit_code(string command, int exitCode) =>
        (await ShellProcess.RunAsync(["-NoProfile", "-Command", command])).ExitCode.ShouldBe(exitCode);

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("function f { exit 7 }; f; 'not reached'", 7)]
    [InlineData("Get-Nothing; 'went on'", 0)]
    [InlineData("throw 'x'", 1)]
    public async Task File_sets_the_exit_code(string script, int exitCode)
    {
        ShellResult result = await ShellProcess.RunAsync(["-File", Script(script)]);
        result.ExitCode.ShouldBe(exitCode);
        result.Output.ShouldNotContain("not reached");
    }

    [Theory]
    [InlineData("-Bogus")]
    [InlineData("-Command")]
    [InlineData("-File")]
    [InlineData("-File", "nowhere.ps1")]
    [InlineData("nowhere.ps1")]
    [InlineData("-Command", "-", "more")]
    public async Task Wrong_arguments_are_said_so(params string[] arguments)
    {
        ShellResult result = await ShellProcess.RunAsync(arguments);
        result.ExitCode.ShouldBe(64);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_module_is_imported_from_the_assembled_folder()
    {
        ShellResult result = await ShellProcess.RunAsync(["-c", "(Get-Module AwsccConnect).ModuleBase"]);
        result.Error.ShouldBeEmpty();
        result.Output.Trim().ShouldBe(Repository.ModuleRoot);
    }

    [Fact]
    public async Task The_module_can_be_somewhere_else()
    {
        ShellResult result = await ShellProcess.RunAsync(["-c", "1"], null, ("AWSCCCONNECT_MODULE_PATH", _folder));
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain(_folder);
    }

    [Fact]
    public async Task File_binds_arguments_as_a_command_line()
    {
        string script = Script(
            """
            param([string]$Name, [switch]$Fast, [switch]$Off, [int]$Count, [Parameter(ValueFromRemainingArguments)]$Rest)
            "$Name|$Fast|$Off|$Count|$($Rest -join ',')|$PSScriptRoot"
            """);
        ShellResult result = await ShellProcess.RunAsync(
            [script, "-Name", "a $b", "-Fast", "-Off:$false", "-Count:", "5", "r1", "-3"]);
        result.Output.ShouldBe($"a $b|True|False|5|r1,-3|{_folder}\n");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Pwsh_parameters_can_be_abbreviated_and_combined()
    {
        ShellResult result = await ShellProcess.RunAsync(
            ["-nop", "-nol", "-noni", "-ep", "Bypass", "-wd", _folder, "-c", "$pwd.Path;", "1", "+", "1"]);
        result.Output.ShouldBe($"{_folder}\n2\n");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task NoExit_goes_on_with_the_commands_of_standard_input()
    {
        ShellResult result = await ShellProcess.RunAsync(["-NoExit", "-c", "$x = 20"], "$x + 1\nexit 5\n'not reached'\n");
        result.Output.ShouldBe("21\n");
        result.ExitCode.ShouldBe(5);
    }

    [Fact]
    public async Task Commands_come_from_standard_input_one_by_one()
    {
        ShellResult result = await ShellProcess.RunAsync(["-Command", "-"], "1 + 1\nif ($true) {\n'in'\n}\nGet-Nothing\n'end'\n");
        result.Output.ShouldBe("2\nin\nend\n");
        result.Error.ShouldContain("Get-Nothing");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Standard_input_is_the_commands_input_where_it_asks_for_it()
    {
        ShellResult result = await ShellProcess.RunAsync(["-c", "$input | ForEach-Object { \"<$_>\" }"], "a\nb\n");
        result.Output.ShouldBe("<a>\n<b>\n");
    }

    [Fact]
    public async Task Redirected_output_has_no_escape_sequences_and_errors_go_to_standard_error()
    {
        ShellResult result = await ShellProcess.RunAsync(
            [
                "-c",
                """
                [pscustomobject]@{ Name = 'n'; Value = 'v' }
                function f { [CmdletBinding()] param() $PSCmdlet.WriteVerbose('details'); $PSCmdlet.WriteWarning('careful') }
                f -Verbose
                Get-Nothing
                """,
            ]);
        (result.Output + result.Error).ShouldNotContain("\e");
        result.Output.ShouldContain("Name Value\n---- -----\nn    v\n");
        result.Output.ShouldContain("VERBOSE: details\n");
        result.Output.ShouldContain("WARNING: careful\n");
        result.Output.ShouldNotContain("Get-Nothing");
        result.Error.ShouldContain("Get-Nothing: ");

        result = await ShellProcess.RunAsync(["-c", "throw 'the end'"]);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldBe("Exception: the end\n");
    }

    private const string Ask =
        """
        function Remove-It { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param()
            if ($PSCmdlet.ShouldProcess('target', 'action')) { 'done' } }
        Remove-It
        """;

    [Fact]
    public async Task NonInteractive_makes_questions_errors()
    {
        ShellResult result = await ShellProcess.RunAsync(
            ["-NonInteractive", "-c", "$ErrorActionPreference = 'Stop'\n" + Ask], "y\n");
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldNotContain("done");
        result.Error.ShouldContain("NonInteractive");
    }

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("\n", true)]
    [InlineData("?\nn\n", false)]
    [InlineData("", false)]
    public async Task Questions_take_their_answers_from_standard_input(string input, bool done)
    {
        ShellResult result = await ShellProcess.RunAsync(["-c", Ask], input);
        result.Output.ShouldContain("Performing the operation \"action\" on target \"target\".\n[Y] Yes  [A] Yes to All");
        result.Output.Contains("done", StringComparison.Ordinal).ShouldBe(done);
    }

    [Fact]
    public async Task Interrupt_stops_the_pipeline()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals to send on Windows.");
        using ShellProcess shell = ShellProcess.Start(
            ["-c", "try { 'started'; while ($true) { [Threading.Thread]::Sleep(10) } } finally { [Console]::WriteLine('cleaned up') }; 'after'"]);
        (await shell.ReadLineAsync()).ShouldBe("started");
        shell.Interrupt();
        ShellResult result = await shell.WaitAsync();
        result.Output.ShouldBe("cleaned up\n");
        result.ExitCode.ShouldBe(130);
    }

    [Fact]
    public async Task Terminate_lets_the_pipeline_clean_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals to send on Windows.");
        using ShellProcess shell = ShellProcess.Start(
            ["-c", "try { 'started'; while ($true) { [Threading.Thread]::Sleep(10) } } finally { [Console]::WriteLine('cleaned up') }"]);
        (await shell.ReadLineAsync()).ShouldBe("started");
        shell.Terminate();
        ShellResult result = await shell.WaitAsync();
        result.Output.ShouldBe("cleaned up\n");
        result.ExitCode.ShouldBe(143);
    }

    [Fact]
    public async Task Version_and_help_need_no_module()
    {
        (string, string?) nowhere = ("AWSCCCONNECT_MODULE_PATH", _folder);
        ShellResult version = await ShellProcess.RunAsync(["-Version"], null, nowhere);
        version.ExitCode.ShouldBe(0);
        version.Output.ShouldMatch(@"^AwsccConnect \d+\.\d+\.\d+ \(PowerShell 7\.\d+\.\d+\)\n$");
        (await ShellProcess.RunAsync(["-?"], null, nowhere)).Output.ShouldContain("-NonInteractive");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Script(string text)
    {
        string path = Path.Combine(_folder, "a script.ps1");
        File.WriteAllText(path, text);
        return path;
    }
}
