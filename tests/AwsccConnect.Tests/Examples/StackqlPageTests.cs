using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Examples;

/// <summary>docs/stackql-to-powershell.md: its commands, run one after the other, print what stands below them.</summary>
public sealed partial class StackqlPageTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "stackql-to-powershell.md"));

    [Fact]
    public async Task Every_command_prints_what_the_page_shows()
    {
        Match[] blocks = [.. Blocks().Matches(Text).Cast<Match>()];
        StringBuilder script = new(PwshProcess.ImportModule() + $"$null = $ExecutionContext.SessionState.Path.SetLocation('{Repository.Root.Replace("'", "''", StringComparison.Ordinal)}')\n");
        for (int number = 0; number < blocks.Length; number++)
        {
            script.Append(CultureInfo.InvariantCulture, $"[System.Console]::Out.WriteLine('=== {number}')\n. {{\n{blocks[number].Groups["code"].Value}}} | Out-Host\n");
        }

        string folder = Directory.CreateTempSubdirectory("AwsccConnect-page-").FullName;
        try
        {
            string file = Path.Combine(folder, "page.ps1");
            await File.WriteAllTextAsync(file, script.ToString(), new UTF8Encoding(true));
            PwshResult result = await PwshProcess.RunAsync(["-NonInteractive", "-File", file]);

            result.Error.ShouldBeEmpty();
            result.ExitCode.ShouldBe(0);
            string[] printed = [.. Marks().Split(result.Output).Skip(1)];
            printed.Length.ShouldBe(blocks.Length);
            for (int number = 0; number < blocks.Length; number++)
            {
                Trim(printed[number]).ShouldBe(Trim(blocks[number].Groups["output"].Value), blocks[number].Groups["code"].Value);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_kind_of_statement_has_its_section()
    {
        Sections().Matches(Text).Select(match => match.Groups["title"].Value).ShouldBe(
            ["Get", "List", "Insert, required properties", "Insert, all properties", "Manifest", "Update", "Delete", "Permissions", "Afterwards"]);
        Blocks().Count(Text).ShouldBe(16);
    }

    private static string Trim(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    [GeneratedRegex("^```powershell\n(?<code>.*?)^```\n(\n```text\n(?<output>.*?)^```\n)?", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();

    [GeneratedRegex("^=== [0-9]+\n", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex("^## (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Sections();
}
