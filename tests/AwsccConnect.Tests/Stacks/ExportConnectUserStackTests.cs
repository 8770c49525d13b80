using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.Stacks;

/// <summary>Publishing what Export-ConnectUserStack writes of users of all kinds changes nothing; the messages of -WhatIf.</summary>
public sealed class ExportConnectUserStackTests : SimulatorTestBase
{
    private string this[string name] => File.ReadAllText(Path.Combine(Folder, name));

    [Theory]
    [InlineData("team.yml", 1)]
    [InlineData("team.json", 2)]
    [InlineData("team.csv", 3)]
    public void Publishing_the_file_writes_nothing(string file, int seed)
    {
        AddRandomUsers(seed, 40, number => $"User.{number}_{"aB@"[number % 3]}");
        foreach (var names in new[] { "", " -UseName" })
        {
            Run($"Export-ConnectUserStack $folder/{file} -InstanceArn $instance{names} -Force");
            Simulator.ClearCalls();

            Texts($"Publish-ConnectUserStack $folder/{file} | Where-Object {{ $_.Status -ne 'InSync' -or $_.Outcome -ne 'None' }} | ForEach-Object {{ \"$($_.Username) $($_.Differences) $($_.Message)\" }}").ShouldBeEmpty(this[file]);
            Texts($"(Test-ConnectUserStack $folder/{file}).Count").ShouldBe(["40"]);
            Writes().ShouldBeEmpty();
            this[file].ShouldNotContain("AwsccConnect:Stack");
            this[file].Contains("/routing-profile/", StringComparison.Ordinal).ShouldBe(names.Length == 0);
        }
    }

    [Fact]
    public void WhatIf_reads_and_writes_nothing()
    {
        AddUser("ana");
        Session.UI.TakeText();
        Run("Export-ConnectUserStack $folder/team.yml -InstanceArn $instance -WhatIf");
        Session.UI.TakeText().ShouldContain("What if: Write 1 user to");
        Directory.EnumerateFiles(Folder).ShouldBeEmpty();
    }
}
