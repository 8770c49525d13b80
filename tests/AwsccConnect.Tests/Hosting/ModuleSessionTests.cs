namespace AwsccConnect.Tests.Hosting;

public class ModuleSessionTests
{
    [Fact]
    public void Captures_every_stream()
    {
        using ModuleSession session = new(import: false);
        var result = session.Invoke(
            """
            function Write-Everything { [CmdletBinding()] param()
                $value
                $PSCmdlet.WriteVerbose('v'); $PSCmdlet.WriteDebug('d'); $PSCmdlet.WriteWarning('w')
                $PSCmdlet.WriteInformation('i', @('tag'))
                $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'a', 's'))
                $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new('e'), 'Id', 'NotSpecified', $null))
            }
            $DebugPreference = 'Continue'
            Write-Everything -Verbose
            throw 'end'
            """,
            ("value", 42));

        result.Values.ShouldBe([42]);
        result.Verbose.ShouldBe(["v"]);
        result.Debug.ShouldBe(["d"]);
        result.Warnings.ShouldBe(["w"]);
        result.Information.Single().MessageData.ShouldBe("i");
        result.Progress.Single().Activity.ShouldBe("a");
        result.Errors.Single().FullyQualifiedErrorId.ShouldBe("Id,Write-Everything");
        result.TerminatingException.ShouldNotBeNull().Message.ShouldBe("end");
        result.ErrorIds.ShouldBe(["Id,Write-Everything", "end"]);
    }

    [Fact]
    public void Run_throws_what_the_script_reports()
    {
        using ModuleSession session = new(import: false);
        Should.Throw<InvalidOperationException>(() => session.Run("Get-Nothing")).Message.ShouldContain("Get-Nothing");
    }

    [Fact]
    public void Render_lays_a_table_out_for_the_width_and_leaves_no_escape_sequences()
    {
        using ModuleSession session = new(import: false);
        object[] objects = [.. session.Run("[pscustomobject]@{ Name = 'n' * 50; Text = 't' * 60 }")];
        var narrow = session.Render(objects, 80);
        var wide = session.Render(objects, 160);
        wide.ShouldContain(new string('t', 60));
        narrow.ShouldNotContain(new string('t', 60));
        (narrow + wide).ShouldNotContain("\e");
        narrow.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(80);
    }

    [Fact]
    public async Task A_running_script_can_be_stopped()
    {
        using ModuleSession session = new(import: false);
        using var running = session.Start("1; while ($true) { [System.Threading.Thread]::Sleep(5) }");
        (await running.WaitUntilAsync(run => run.OutputCount == 1)).ShouldBeTrue();
        var result = await running.StopAsync();
        result.Stopped.ShouldBeTrue();
        result.Values.ShouldBe([1]);
        session.Run("2").Single().BaseObject.ShouldBe(2);
    }

    [Fact]
    public void Prompts_are_recorded_and_get_their_replies()
    {
        using ModuleSession session = new(import: false);
        session.UI.ChoiceAnswers.Enqueue(2);
        session.Run(
            """
            function Remove-It { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param()
                $PSCmdlet.ShouldProcess('target', 'action') }
            Remove-It
            """).Single().BaseObject.ShouldBe(false);
        session.UI.Prompts.Single().ShouldContain("target");

        session.Run("Remove-It -WhatIf").Single().BaseObject.ShouldBe(false);
        session.UI.Text.ShouldBe("What if: Performing the operation \"action\" on target \"target\".\n");
    }
}
