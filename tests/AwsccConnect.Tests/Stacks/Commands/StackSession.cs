using System.Management.Automation;
using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.Stacks.Commands;

/// <summary>A session with a simulator and a roster file, <c>$file</c>, of the stack <c>team</c>.</summary>
public abstract class StackSession : SimulatorTestBase
{
    protected const string Header = "Username,FirstName,LastName,RoutingProfile,SecurityProfile,tag:Team";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Run("$PSDefaultParameterValues['*-ConnectUserStack:InstanceArn'] = $instance; $PSDefaultParameterValues['Publish-ConnectUserStack:Password'] = $password");
        ClearCalls();
    }

    /// <summary>Writes the roster; each line is the cells after the header of a user with the usual profiles.</summary>
    protected void Roster(params string[] lines)
    {
        var path = WriteFile("team.csv", string.Join('\n', [Header, .. lines]) + "\n");
        Session.Run("", ("file", path));
    }

    /// <summary>The line of a user.</summary>
    protected static string Line(string username, string firstName = "Ada", string lastName = "Li", string team = "Sales") =>
        $"{username},{firstName},{lastName},Basic Routing Profile,Agent,{team}";

    /// <summary>What a script writes, as <c>username status outcome</c>, sorted.</summary>
    protected IReadOnlyList<string> Report(string script) =>
        [.. Run(script).Select(Summary).Order(StringComparer.Ordinal)];

    protected static string Summary(PSObject result) => $"{result.Properties["Username"].Value} {result.Properties["Status"].Value} {result.Properties["Outcome"].Value}";
}
