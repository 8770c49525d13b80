using System.Management.Automation;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands.Binding;

/// <summary>Users that went through a job, a file or Select-Object: they have lost the state they were read with.</summary>
public sealed class CopyTests : SimulatorTestBase
{
    private const string Deserialize = "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($u, 3))";

    [Theory]
    [InlineData(Deserialize)]
    [InlineData("($u | Select-Object *)")]
    [InlineData("($u | Select-Object Username, UserArn, FirstName)")]
    [InlineData("($u | Select-Object Username, InstanceArn, FirstName)")]
    public void A_copy_identifies_and_no_more(string copy)
    {
        AddUser("ben");
        Run($"$u = Get-ConnectUser -Username ben; $c = {copy}; $c.FirstName = 'Edited'");
        Run("$c | Set-ConnectUser -LastName Ode");
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Ode");
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Ada");
        Run("$c | Remove-ConnectUser -Force");
        Simulator.UserCount.ShouldBe(0);
    }

    [Theory]
    [InlineData(Deserialize)]
    [InlineData("($u | Select-Object *)")]
    public void Set_of_a_copy_without_a_change_says_why_that_is_nothing(string copy)
    {
        AddUser("ben");
        Run($"$u = Get-ConnectUser -Username ben; $c = {copy}; $c.FirstName = 'Edited'");
        ClearCalls();
        ErrorRecord error = Fails("NothingToChange", "$c | Set-ConnectUser");
        error.ToString().ShouldContain("copy");
        Simulator.CallCount.ShouldBe(0);
    }

    [Theory]
    [InlineData(Deserialize)]
    [InlineData("($u | Select-Object *)")]
    [InlineData("$u")]
    public void New_copies_the_values(string copy)
    {
        AddUser("ben", user => user["UserProficiencies"] = new JsonArray(
            new JsonObject { ["AttributeName"] = "Product", ["AttributeValue"] = "Mobile", ["Level"] = 2 }));
        JsonObject before = State("ben");
        Run($"$u = Get-ConnectUser -Username ben; $c = {copy}; $u | Remove-ConnectUser -Force; $c | New-ConnectUser -Password $password");
        var after = State("ben");
        after["UserArn"] = before["UserArn"]!.ToString();
        Canonical(after).ShouldBe(Canonical(before));
    }

    [Fact]
    public void A_copy_without_identity_is_an_error()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben");
        Fails("MissingIdentity", "$u | Select-Object FirstName | Set-ConnectUser -LastName Ode");
        Fails("MissingIdentity", "$u | Select-Object Username | Remove-ConnectUser -Force");
        Simulator.UserCount.ShouldBe(1);
    }

    [Fact]
    public void A_copied_reference_identifies()
    {
        AddUser("ben");
        Run("$r = Get-ConnectUser -IdentifierOnly");
        Run("$r | Select-Object UserArn | Set-ConnectUser -LastName Ode");
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Ode");
        Run("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($r)) | Remove-ConnectUser -Force");
        Simulator.UserCount.ShouldBe(0);
    }
}
