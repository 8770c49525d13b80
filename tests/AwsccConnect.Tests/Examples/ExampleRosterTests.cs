using System.Management.Automation;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Examples;

/// <summary>examples/agents.csv: made-up people only.</summary>
public sealed class ExampleRosterTests
{
    private static string Text(PSObject row, string name) => row.Properties[name]?.Value?.ToString() ?? string.Empty;

    [Fact]
    public void The_roster_is_complete_and_of_made_up_people()
    {
        using ModuleSession session = new();
        InvocationResult result = session.Invoke("Import-ConnectUser $roster", ("roster", Path.Combine(Repository.Root, "examples", "agents.csv")));
        result.AllErrors.ShouldBeEmpty();
        result.Warnings.ShouldBeEmpty();
        result.Output.Count.ShouldBe(40);
        result.Output.Select(row => Text(row, "Username")).Distinct().Count().ShouldBe(40);
        result.Output.ShouldAllBe(row => Text(row, "Email") == $"{Text(row, "Username")}@example.com");

        // Ranges that Ofcom keeps free for drama: mobile 07700 900000-900999, Leeds 0113 496 0000-0999.
        result.Output.Select(row => Text(row, "Mobile")).Where(number => number.Length > 0)
            .ShouldAllBe(number => number.Length == 13 && number.StartsWith("+447700900", StringComparison.Ordinal));
        foreach (PSObject row in result.Output)
        {
            bool isDesk = Text(row, "PhoneType") == "DESK_PHONE";
            Text(row, "DeskPhoneNumber").ShouldMatch(isDesk ? "^\\+441134960[0-9]{3}$" : "^$");
        }
    }
}
