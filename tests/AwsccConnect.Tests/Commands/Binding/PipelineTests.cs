using System.Management.Automation;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands.Binding;

/// <summary>The pipelines that people write first.</summary>
public sealed class PipelineTests : SimulatorTestBase
{
    protected override bool RecordsBodies => true;

    [Fact]
    public void Get_into_Set_changes_one_leaf_of_the_users_that_differ()
    {
        string off = AddUser("off");
        AddUser("on", user => user["PhoneConfig"]!["AutoAccept"] = true);
        string unset = AddUser("unset", user => user["PhoneConfig"]!.AsObject().Remove("AutoAccept"));
        string bare = AddUser("bare", user => user.Remove("PhoneConfig"));

        Run("Get-ConnectUser | Set-ConnectUser -AutoAccept $true").ShouldBeEmpty();

        Sent("UpdateResource").ToDictionary(request => request.Identifier!, request => request.Patch.ShouldHaveSingleItem())
            .ShouldBe(
                new Dictionary<string, string>
                {
                    [off] = "replace /PhoneConfig/AutoAccept true",
                    [unset] = "add /PhoneConfig/AutoAccept true",
                    [bare] = """add /PhoneConfig {"AutoAccept":true}""",
                },
                ignoreOrder: true);
        State("off")["PhoneConfig"]!.ToJsonString().ShouldBe("""{"PhoneType":"SOFT_PHONE","AutoAccept":true,"AfterContactWorkTimeLimit":30}""");
    }

    [Fact]
    public void Verbose_tells_which_users_need_no_call()
    {
        AddUser("on", user => user["PhoneConfig"]!["AutoAccept"] = true);
        Invoke("Get-ConnectUser | Set-ConnectUser -AutoAccept $true -Verbose").Verbose.ShouldContain(line => line.Contains("'on'") && line.Contains("no write call"));
        Writes().ShouldBe(0);
    }

    [Fact]
    public void Import_Csv_into_New_creates_a_user_for_each_row()
    {
        WriteFile("new.csv", $"""
            Username,FirstName,last_name,PhoneType,AutoAccept,RoutingProfileArn,SecurityProfileArns,InstanceArn,tag:Team
            ben,Ben,Ode,SOFT_PHONE,yes,{RoutingProfiles[1]},{SecurityProfiles[0]};{SecurityProfiles[1]},{Simulator.InstanceArn},Leeds
            mia,Mia,Roy,DESK_PHONE,,{RoutingProfiles[1]},{SecurityProfiles[0]},{Simulator.InstanceArn},
            """);

        Texts("Import-Csv $folder/new.csv | New-ConnectUser -Password $password | ForEach-Object Username").ShouldBe(["ben", "mia"], ignoreOrder: true);

        Calls("CreateResource").ShouldBe(2);
        JsonObject ben = State("ben");
        ben["IdentityInfo"]!.ToJsonString().ShouldBe("""{"FirstName":"Ben","LastName":"Ode"}""");
        ben["PhoneConfig"]!.ToJsonString().ShouldBe("""{"PhoneType":"SOFT_PHONE","AutoAccept":true}""");
        ben["SecurityProfileArns"]!.AsArray().Count.ShouldBe(2);
        TagsOf("ben").ShouldBe(["Team=Leeds"]);
        TagsOf("mia").ShouldBeEmpty();
        State("mia")["PhoneConfig"]!.ToJsonString().ShouldBe("""{"PhoneType":"DESK_PHONE"}""");
    }

    [Fact]
    public void Import_ConnectUser_into_New_does_the_same()
    {
        WriteFile("new.csv", $"""
            Username;FirstName;AutoAccept;RoutingProfileArn;SecurityProfileArns;InstanceArn
            ben;Ben;yes;{RoutingProfiles[1]};"{SecurityProfiles[0]};{SecurityProfiles[1]}";{Simulator.InstanceArn}
            """);
        Run("Import-ConnectUser $folder/new.csv | New-ConnectUser -Password $password").ShouldHaveSingleItem();
        State("ben")["PhoneConfig"]!["AutoAccept"]!.GetValue<bool>().ShouldBeTrue();
        State("ben")["SecurityProfileArns"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void Import_Csv_into_Set_changes_what_the_cells_ask()
    {
        string ben = AddUser("ben");
        AddUser("mia");
        WriteFile("changes.csv", $"""
            UserArn,Username,InstanceArn,Mobile,AutoAccept,AfterContactWorkTimeLimit
            {ben},,,+447700900123,,60
            ,mia,{Simulator.InstanceArn},,True,30
            """);

        Run("Import-Csv $folder/changes.csv | Set-ConnectUser");

        Sent("UpdateResource").Single(request => request.Identifier == ben).Patch.ShouldBe(
            ["""add /IdentityInfo/Mobile "\u002B447700900123" """.TrimEnd(), "replace /PhoneConfig/AfterContactWorkTimeLimit 60"], ignoreOrder: true);
        Sent("UpdateResource").Single(request => request.Identifier != ben).Patch.ShouldBe(["replace /PhoneConfig/AutoAccept true"]);
    }

    [Fact]
    public void Get_into_Remove_removes_them_all()
    {
        AddUser("ben");
        AddUser("mia");
        Run("Get-ConnectUser | Remove-ConnectUser -Force").ShouldBeEmpty();
        Simulator.UserCount.ShouldBe(0);
        Calls("DeleteResource").ShouldBe(2);
    }

    [Theory]
    [InlineData("$u.PhoneConfig.AutoAccept = $true")]
    [InlineData("$u.AutoAccept = $true")]
    [InlineData("$u.phone_config.auto_accept = $true")]
    public void An_edit_of_a_user_is_the_same_however_it_is_written(string edit)
    {
        AddUser("ben");
        Run($"$u = Get-ConnectUser -Username ben; {edit}; $u | Set-ConnectUser");
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(["replace /PhoneConfig/AutoAccept true"]);
    }

    [Fact]
    public void ARNs_into_Get_reads_each_and_keeps_their_order()
    {
        string[] arns = [AddUser("a"), AddUser("b"), AddUser("c")];
        Texts("$arns | Get-ConnectUser | ForEach-Object UserArn", ("arns", arns.Reverse().ToArray())).ShouldBe(arns.Reverse());
        Calls("GetResource").ShouldBe(3);
        Calls("ListResources").ShouldBe(0);
    }

    [Fact]
    public void Get_into_Get_reads_each_once_more()
    {
        AddUser("a");
        AddUser("b");
        Texts("Get-ConnectUser | Get-ConnectUser | ForEach-Object Username").Count.ShouldBe(2);
        Simulator.Calls.Count(call => call.Operation == "GetResource" && call.TypeName == "AWS::Connect::User").ShouldBe(4);
        Calls("ListResources").ShouldBe(2, "the instances once and the users once");
    }

    [Fact]
    public void References_into_Get_Set_and_Remove_identify()
    {
        AddUser("ben");
        Texts("Get-ConnectUser -IdentifierOnly | Get-ConnectUser | ForEach-Object Username").ShouldBe(["ben"]);
        Run("Get-ConnectUser -IdentifierOnly | Set-ConnectUser -FirstName Bo");
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Bo");
        Run("Get-ConnectUser -IdentifierOnly | Remove-ConnectUser -Force");
        Simulator.UserCount.ShouldBe(0);
    }

    [Fact]
    public void Requests_into_Get_identify_too()
    {
        AddUser("ben");
        Texts("Get-ConnectUser -Username ben | Set-ConnectUser -FirstName Bo -NoWait | Get-ConnectUser | ForEach-Object FirstName").ShouldBe(["Bo"]);
    }

    [Fact]
    public void Strings_into_Set_and_Remove_are_identifiers()
    {
        string arn = AddUser("ben");
        Run("$arn | Set-ConnectUser -LastName Ode", ("arn", arn));
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Ode");
        Run("\" $arn \" | Remove-ConnectUser -Force");
        Simulator.UserCount.ShouldBe(0);
    }

    [Fact]
    public void Hashtables_are_rows()
    {
        string arn = AddUser("ben");
        Run("@{ UserArn = $arn; first_name = 'Bo' }, [ordered]@{ arn = $arn; PhoneConfig = @{ AutoAccept = $true } } | Set-ConnectUser", ("arn", arn));
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Bo");
        State("ben")["PhoneConfig"]!["AutoAccept"]!.GetValue<bool>().ShouldBeTrue();
        State("ben")["PhoneConfig"]!["PhoneType"]!.ToString().ShouldBe("SOFT_PHONE");
        Run("@{ Username = 'mia'; InstanceArn = $instance; RoutingProfile = $routing[0]; SecurityProfiles = $security[0, 1]; Tags = @{ Team = 'A' } } | New-ConnectUser -Password $password");
        TagsOf("mia").ShouldBe(["Team=A"]);
    }

    [Theory]
    [InlineData("$instance")]
    [InlineData("'contact-centre'")]
    [InlineData("$instance.Split('/')[1]")]
    public void Rows_may_name_a_user_and_its_instance_by_ARN_alias_or_id(string location)
    {
        AddUser("ben");
        Run($"[pscustomobject]@{{ Username = 'BEN'; InstanceArn = {location}; LastName = 'Ode' }} | Set-ConnectUser");
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Ode");
        Run($"[pscustomobject]@{{ Username = 'ben' }} | Set-ConnectUser -InstanceArn {location} -LastName Roy");
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Roy");
        Run($"@{{ Username = 'ben'; InstanceArn = {location} }} | Get-ConnectUser").ShouldHaveSingleItem();
        Run($"@{{ Username = 'ben'; InstanceArn = {location} }} | Remove-ConnectUser -Force");
        Simulator.UserCount.ShouldBe(0);
    }

    [Fact]
    public void A_row_that_names_nobody_is_an_error_and_the_next_row_goes_on()
    {
        string arn = AddUser("ben");
        var result = Invoke("@{ FirstName = 'No' }, @{ Username = 'ben'; FirstName = 'No' }, @{ UserArn = $arn; FirstName = 'Yes' } | Set-ConnectUser", ("arn", arn));
        result.Errors.Select(IdOf).ShouldBe(["MissingIdentity", "MissingIdentity"]);
        result.Errors[0].TargetObject.ShouldBeOfType<PSObject>().Properties["FirstName"].Value.ShouldBe("No");
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Yes");
    }
}
