using System.Management.Automation;
using System.Text.RegularExpressions;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Examples;

/// <summary>What README.md shows works as it stands there.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("AwsccConnect-readme-").FullName;
    private readonly string _text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    public ReadmeTests()
    {
        string examples = Directory.CreateDirectory(Path.Combine(_folder, "examples")).FullName;
        File.Copy(Path.Combine(Repository.Root, "examples", "agents.csv"), Path.Combine(examples, "agents.csv"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_tasks_work()
    {
        string[] blocks = [.. PowerShellBlocks().Matches(_text).Select(match => match.Groups[1].Value)];
        blocks.Length.ShouldBe(9);
        blocks[0].Trim().ShouldBe("Start-ConnectSimulator -SetDefault");
        blocks[^1].ShouldContain("Stop-ConnectSimulator");

        using SimulatedSession simulated = Open("eu-west-2");
        IReadOnlyList<PSObject> onboarded = simulated.Run(blocks[1]);
        onboarded.ShouldHaveSingleItem().BaseObject.ShouldBeOfType<string>().Length.ShouldBeGreaterThanOrEqualTo(8);
        simulated.CountCalls("CreateResource").ShouldBe(40);

        simulated.Run(blocks[2]).ShouldNotBeEmpty();
        simulated.CountCalls("UpdateResource").ShouldBe(0);

        simulated.Run(blocks[3]);
        int desk = simulated.Run("$desk.Count").ShouldHaveSingleItem().BaseObject.ShouldBeOfType<int>();
        desk.ShouldBeGreaterThanOrEqualTo(5);
        simulated.Run("Get-ConnectUser | Where-Object { $_.Tags.ToString() -like '*Shift=Late*' -and $_.AfterContactWorkTimeLimit -eq 45 }")
            .Count.ShouldBe(desk);
        simulated.Run("(Get-ConnectUser -Username marta.wojcik).LastName").ShouldHaveSingleItem().BaseObject.ShouldBe("Wójcik-Nowak");

        string[] requests = [.. simulated.Run(blocks[4]).Select(request => request.Properties["OperationStatus"].Value.ToString()!)];
        requests.ShouldBe(Enumerable.Repeat("SUCCESS", desk));
        simulated.Run("Get-ConnectUser | Where-Object { $_.Tags.ToString() -like '*Season=Winter*' -and $_.AfterContactWorkTimeLimit -eq 60 }")
            .Count.ShouldBe(desk);

        simulated.Run(blocks[5]).Count.ShouldBe(2);
        simulated.CountCalls("DeleteResource").ShouldBe(2);

        int writes = simulated.CountCalls("UpdateResource");
        simulated.Run(blocks[6]);
        File.ReadAllLines(Path.Combine(_folder, "users.csv")).Length.ShouldBe(1 + 25 + 40 - 2);
        simulated.Run("Import-Csv ./users.csv | Set-ConnectUser");
        simulated.CountCalls("UpdateResource").ShouldBe(writes, "rows that were not edited cause no write call");

        string[] report = [.. simulated.Run(blocks[7]).Select(row => $"{row.Properties["Status"].Value} {row.Properties["Outcome"].Value}")];
        report.Count(row => row == "Different Updated").ShouldBe(report.Length - 1);
        report.Count(row => row == "Different None").ShouldBe(1, "the drift that Test-ConnectUserStack tells");
        simulated.Run("(Get-ConnectUser -Username marta.wojcik).Tags.ToString()").ShouldHaveSingleItem().ToString()!.ShouldContain("AwsccConnect:Stack=team");
    }

    [Fact]
    public void The_commands_beside_StackQLs_statements_work()
    {
        string section = Section("From StackQL");
        string[] commands =
        [
            .. TableRows().Matches(section).Select(match => match.Groups[1].Value).Where(cell => cell.Contains('`', StringComparison.Ordinal))
                .Select(cell => CodeSpan().Match(cell).Groups[1].Value),
        ];
        commands.Length.ShouldBe(10);

        using SimulatedSession simulated = Open("us-east-1");
        simulated.Run(
            """
            $arn = (Get-ConnectUser -First 1).UserArn
            $instanceArn = $simulator.InstanceArn
            $routingProfileArn = (Get-ConnectRoutingProfile)[0].Arn
            $securityProfileArns = (Get-ConnectSecurityProfile)[0..1].Arn
            $hierarchyGroupArn = (Get-ConnectHierarchyGroup)[0].Arn
            $password = ConvertTo-SecureString 'Rehearsal-2026' -AsPlainText -Force
            Get-ConnectUser -First 1 | Export-ConnectUserStack ./stack.yml
            """);
        foreach ((string command, int number) in commands.Select((command, number) => (command, number)))
        {
            simulated.Run(command, ("username", $"from.stackql.{number}"));
        }

        simulated.CountCalls("CreateResource").ShouldBe(2);
        simulated.CountCalls("UpdateResource").ShouldBe(2);
        simulated.CountCalls("DeleteResource").ShouldBe(1);
        dynamic all = simulated.Run("Get-ConnectUser -Username from.stackql.3").ShouldHaveSingleItem();
        ((string)all.FirstName).ShouldBe("Ada");
        ((string)all.Tags.ToString()).ShouldBe("Team=Sales");
        ((string)all.UserProficiencies.ToString()).ShouldBe("connect:Language/connect:English=5");
    }

    [Fact]
    public void Links_lead_to_files()
    {
        foreach (string document in new[] { "README.md", "CHANGELOG.md", "docs/architecture.md" })
        {
            string path = Path.Combine(Repository.Root, document);
            foreach (Match link in Links().Matches(File.ReadAllText(path)))
            {
                string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, link.Groups[1].Value));
                (File.Exists(target) || Directory.Exists(target)).ShouldBeTrue($"{document} has a link to {link.Groups[1].Value}");
            }
        }
    }

    [Fact]
    public void The_picture_shows_what_the_commands_print()
    {
        string svg = File.ReadAllText(Path.Combine(Repository.Root, "docs", "images", "session.svg"));
        System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
        svg.ShouldContain("40 agents created");
        svg.ShouldContain("replace /PhoneConfig/AfterContactWorkTimeLimit: 120 -&gt; 45");
    }

    private SimulatedSession Open(string region)
    {
        SimulatedSession simulated = new(region);
        simulated.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", _folder));
        return simulated;
    }

    private string Section(string title)
    {
        int start = _text.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0);
        int end = _text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return _text[start..end];
    }

    [GeneratedRegex("^```powershell\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex PowerShellBlocks();

    [GeneratedRegex(@"^\|[^|\n]+\| (?<command>[^|\n]+) \|$", RegexOptions.Multiline)]
    private static partial Regex TableRows();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\((?!https?:)(?<target>[^)#]+)")]
    private static partial Regex Links();
}
