using AwsccConnect.HelpBuilder;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Help;

/// <summary>Every example of the help runs, against a simulator of its own, without an error.</summary>
[Collection(HelpCollection.Name)]
public class ExampleTests
{
    private const string Prologue = "[void](Start-ConnectSimulator -SetDefault)";

    /// <summary>What pwsh has and the session has not, beside what the session stands in for.</summary>
    private const string StandIns =
        """
        function global:Set-Content { [CmdletBinding()] param([Parameter(Position = 0)] $Path, [Parameter(ValueFromPipeline)] $Value)
            process { [System.IO.File]::WriteAllText($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path), "$Value`n") } }
        """;

    /// <summary>Commands whose examples start their simulator themselves.</summary>
    private static readonly string[] WithoutSimulator = ["Start-ConnectSimulator", "Get-ConnectSimulator", "Stop-ConnectSimulator"];

    public static TheoryData<string, string> Examples
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string name in HelpPages.Names)
            {
                foreach (HelpExample example in HelpPages.Read(name).Examples)
                {
                    data.Add(name, example.Title);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Runs_without_an_error(string name, string title)
    {
        HelpPage page = HelpPages.Read(name);
        HelpExample example = page.Examples.Single(example => example.Title == title);
        string prologue = WithoutSimulator.Contains(name) ? string.Empty : Prologue;
        Run([prologue, page.Setup, example.Setup], example.Code);
        example.Code.ShouldContain(name);
    }

    [Theory]
    [MemberData(nameof(HelpPages.TopicData), MemberType = typeof(HelpPages))]
    public void Code_of_topics_runs_without_an_error(string topic)
    {
        IReadOnlyList<HelpExample> samples = HelpPageReader.ReadAboutCode(Path.Combine(HelpPages.Folder, topic + ".md"));
        samples.ShouldNotBeEmpty();
        foreach (HelpExample sample in samples)
        {
            Run([sample.Setup], sample.Code);
        }
    }

    [Fact]
    public void Titles_are_numbered()
    {
        foreach (string name in HelpPages.Names)
        {
            HelpPage page = HelpPages.Read(name);
            page.Examples.Select((example, index) => example.Title.StartsWith($"Example {index + 1}: ", StringComparison.Ordinal)).ShouldAllBe(ok => ok);
        }
    }

    private static void Run(IEnumerable<string> setup, string code)
    {
        string folder = Directory.CreateTempSubdirectory("awsccconnect-help-").FullName;
        try
        {
            using ModuleSession session = new();
            session.Run(StandIns);
            session.Run("$ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", folder));
            try
            {
                session.UI.TakeText();
                foreach (string script in setup.Where(script => script.Length > 0))
                {
                    session.Run(script);
                }

                session.Run("Get-ConnectSimulator | ForEach-Object { $_.ClearCalls() }");
                InvocationResult result = session.Invoke(code);
                result.AllErrors.Select(error => $"{error.FullyQualifiedErrorId}: {error}").ShouldBeEmpty(code);
                result.TerminatingException.ShouldBeNull(code);
                result.Warnings.ShouldBeEmpty(code);
                DoesSomething(session, result, code).ShouldBeTrue($"nothing is written, shown or changed by: {code}");
            }
            finally
            {
                session.Run("Stop-ConnectSimulator");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>An example that finds nothing to do would run without an error too.</summary>
    private static bool DoesSomething(ModuleSession session, InvocationResult result, string code) =>
        result.Output.Any(item => item is not null)
        || session.UI.Text.Length > 0
        || code.Contains("Stop-ConnectSimulator", StringComparison.Ordinal)
        || WritesFile(session, code)
        || session.Run("(Get-ConnectSimulator).Calls | ForEach-Object Operation").Any(operation => operation.ToString() is "CreateResource" or "UpdateResource" or "DeleteResource")
        || code.Contains(".SetQuota(", StringComparison.Ordinal)
        || code.Contains(".Faults.", StringComparison.Ordinal);

    private static bool WritesFile(ModuleSession session, string code) =>
        Directory.EnumerateFiles(session.Run("$PWD.Path").Single().ToString())
            .Select(file => Path.GetFileName(file))
            .Any(file => code.Contains($"Export-Csv {file}", StringComparison.Ordinal) || code.Contains($"Set-Content {file}", StringComparison.Ordinal)
                || code.Contains($"Export-ConnectUserStack {file}", StringComparison.Ordinal));
}
