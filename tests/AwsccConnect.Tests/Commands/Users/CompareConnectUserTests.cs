using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Hosting;
using AwsccConnect.Tests.Stacks;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Compare-ConnectUser.</summary>
public sealed class CompareConnectUserTests : SimulatorTestBase
{
    protected override bool RecordsBodies => true;

    [Fact]
    public void Tells_each_difference_with_both_values_and_the_smallest_patch()
    {
        AddUser("ana");
        AddUser("ben", user =>
        {
            user["Username"] = "ana";
            user["IdentityInfo"]!["LastName"] = "Kim";
            user["IdentityInfo"]!["Email"] = "ana@example.com";
            user["PhoneConfig"]!.AsObject().Remove("AfterContactWorkTimeLimit");
            user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Shift", ["Value"] = "Late" });
        });
        Run("$users = @(Get-ConnectUser -InstanceArn $instance)");
        ClearCalls();

        ConnectUserComparison found = One("Compare-ConnectUser $users[0] $users[1]");

        Simulator.Calls.ShouldBeEmpty("it makes no call");
        found.IsEqual.ShouldBeFalse();
        found.Username.ShouldBe("ana");
        found.Differences.Select(item => item.ToString()).ShouldBe(
            ["IdentityInfo.LastName: Li -> Kim", "PhoneConfig.AfterContactWorkTimeLimit: 30 -> (none)", "Tags: Team=Sales -> Team=Sales;Shift=Late"], ignoreOrder: true);
        found.NotUpdatable.ShouldBeEmpty();
        Canonical(JsonNode.Parse(found.PatchDocument)).ShouldBe(Canonical(JsonNode.Parse(
            """
            [{"op":"replace","path":"/IdentityInfo/LastName","value":"Kim"},{"op":"remove","path":"/PhoneConfig/AfterContactWorkTimeLimit"},
             {"op":"replace","path":"/Tags","value":[{"Key":"Team","Value":"Sales"},{"Key":"Shift","Value":"Late"}]}]
            """)));
    }

    [Fact]
    public void Equal_states_have_an_empty_patch_that_Set_takes()
    {
        AddUser("ana", user => user["SecurityProfileArns"] = new JsonArray(SecurityProfiles[0], SecurityProfiles[1]));
        Run("$ana = Get-ConnectUser -Username ana; $same = Get-ConnectUser -Username ana; $same.SecurityProfileArns = $same.SecurityProfileArns[1, 0]");
        ClearCalls();

        ConnectUserComparison found = One("Compare-ConnectUser $ana $same");

        (found.IsEqual, found.PatchDocument, found.ToString()).ShouldBe((true, "[]", "ana: equal"));
        Run("$ana | Set-ConnectUser -PatchDocument (Compare-ConnectUser $ana $same -AsPatchDocument)");
        Writes().ShouldBe(0);
    }

    [Theory]
    [InlineData("-Property @{ AutoAccept = $true; Mobile = $null }", "PhoneConfig.AutoAccept: false -> true|IdentityInfo.Mobile: +447700900123 -> (none)")]
    [InlineData("@{ phone_config = @{ auto_accept = $true }; mobile = $null }", "PhoneConfig.AutoAccept: false -> true|IdentityInfo.Mobile: +447700900123 -> (none)")]
    [InlineData("([pscustomobject]@{ AutoAccept = 'yes'; Mobile = '' })", "PhoneConfig.AutoAccept: false -> true")]
    [InlineData("([pscustomobject]@{ Username = 'ANA'; 'tag:Team' = 'Support' })", "Tags: Team=Sales -> Team=Support")]
    [InlineData("@{ Username = 'bea'; DirectoryUserId = 'd-1' }", "Username: ana -> bea (cannot be changed)|DirectoryUserId: (none) -> d-1 (cannot be changed)")]
    [InlineData("@{ Password = (ConvertTo-SecureString x -AsPlainText -Force) }", "")]
    [InlineData("([pscustomobject]@{ Password = 'Correct7Horse' })", "")]
    public void Takes_wanted_values_of_every_form(string desired, string differences)
    {
        AddUser("ana", user => user["IdentityInfo"]!["Mobile"] = "+447700900123");
        ConnectUserComparison found = One($"Compare-ConnectUser (Get-ConnectUser -Username ana) {desired}");
        found.Differences.Select(item => item.ToString()).ShouldBe(differences.Split('|', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        found.NotUpdatable.ShouldBe(found.Differences.Where(item => item.Path is "/Username" or "/DirectoryUserId").Select(item => item.Property));
        JsonNode.Parse(found.PatchDocument)!.AsArray().Count.ShouldBe(found.Differences.Count - found.NotUpdatable.Count);
    }

    [Fact]
    public void What_AWS_cannot_change_is_left_out_of_the_text_with_a_warning()
    {
        AddUser("ana");
        InvocationResult result = Invoke("Compare-ConnectUser (Get-ConnectUser -Username ana) @{ Username = 'bea'; LastName = 'Kim' } -AsPatchDocument");
        result.Output.ShouldHaveSingleItem().ToString().ShouldBe("""[{"op":"replace","path":"/IdentityInfo/LastName","value":"Kim"}]""");
        result.Warnings.ShouldHaveSingleItem().ToString().ShouldContain("cannot change Username");
    }

    [Fact]
    public void Two_users_have_two_names_without_a_warning()
    {
        AddUser("ana");
        AddUser("ben", user => user["RoutingProfileArn"] = RoutingProfiles[1]);
        InvocationResult result = Invoke("$ana, $ben = Get-ConnectUser; Compare-ConnectUser $ana $ben -AsPatchDocument");
        result.Warnings.ShouldBeEmpty();
        result.Output.ShouldHaveSingleItem().ToString()!.ShouldContain(RoutingProfiles[1]);
    }

    [Fact]
    public void Copies_from_files_and_jobs_count_as_whole_users()
    {
        AddUser("ana", user =>
        {
            user["SomethingNew"] = new JsonObject { ["Inner"] = "x" };
            user["UserProficiencies"] = new JsonArray(new JsonObject { ["AttributeName"] = "Language", ["AttributeValue"] = "a/b;c", ["Level"] = 2.5 });
            user["AutoAcceptConfigs"] = new JsonArray(new JsonObject { ["Channel"] = "CHAT", ["AutoAccept"] = true });
        });
        Run("$ana = Get-ConnectUser -Username ana; $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($ana, 2))");
        Texts("$copy.PSTypeNames[0]").ShouldBe(["Deserialized.AwsccConnect.ConnectUser"]);

        One("Compare-ConnectUser $copy $ana").Differences.ShouldBeEmpty();
        One("Compare-ConnectUser $ana $copy").Differences.ShouldBeEmpty();

        Change("ana", user => user["IdentityInfo"]!.AsObject().Remove("Email"));
        One("Compare-ConnectUser $copy (Get-ConnectUser -Username ana)").Differences.ShouldHaveSingleItem().ToString()
            .ShouldBe("IdentityInfo.Email: ana@example.com -> (none)");
    }

    [Fact]
    public void Rows_of_an_export_are_equal_to_the_users_they_are_from()
    {
        AddUser("ana", user => user["Tags"] = new JsonArray(new JsonObject { ["Key"] = "k=;", ["Value"] = " x " }));
        string script =
            """
            $ana = Get-ConnectUser -Username ana
            $row = [ordered]@{}
            foreach ($property in $ana.PSObject.Properties) { if ($property.MemberType -eq 'Property') { $row[$property.Name] = "$($property.Value)" } }
            Compare-ConnectUser $ana ([pscustomobject]$row)
            """;
        One(script).Differences.ShouldBeEmpty("each cell is the property's text, as Export-Csv writes it");
    }

    [Fact]
    public void The_pipeline_compares_many_with_one()
    {
        AddUser("ana");
        AddUser("ben", user => user["PhoneConfig"]!["AutoAccept"] = true);
        Texts("$template = @{ PhoneType = 'SOFT_PHONE'; AutoAccept = $true }; Get-ConnectUser | Compare-ConnectUser -ReferenceObject $template | ForEach-Object { \"$($_.Differences | Where-Object Property -Like 'Phone*')\" }")
            .ShouldBe(["PhoneConfig.AutoAccept: true -> false PhoneConfig.AfterContactWorkTimeLimit: (none) -> 30", "PhoneConfig.AfterContactWorkTimeLimit: (none) -> 30"]);
    }

    [Fact]
    public void Names_are_those_that_the_user_or_the_session_knows()
    {
        AddUser("ana");
        Run("$ana = Get-ConnectUser -Username ana; $names = (Get-ConnectRoutingProfile -AccessKey AKIDOTHER -SecretKey other).Name");
        Fails("NotFound", "Compare-ConnectUser $ana @{ RoutingProfile = $names[1] }").ErrorDetails.RecommendedAction.ShouldContain("Get-ConnectRoutingProfile");
        Run("$null = Get-ConnectRoutingProfile");
        ClearCalls();

        One("Compare-ConnectUser $ana @{ RoutingProfile = $names[0] }").IsEqual.ShouldBeTrue();
        One("Compare-ConnectUser $ana @{ RoutingProfile = $names[1] }").PatchDocument.ShouldContain(RoutingProfiles[1]);
        Simulator.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("InvalidValue", "Compare-ConnectUser 'arn:aws:connect:eu-west-2:123456789012:instance/a/agent/b' $ana")]
    [InlineData("InvalidValue", "Compare-ConnectUser $ana 'ana'")]
    [InlineData("InvalidValue", "Compare-ConnectUser @($ana, $ana) $ana")]
    [InlineData("InvalidValue", "Compare-ConnectUser $ana @{ AutoAccept = 'perhaps' }")]
    [InlineData("InvalidValue", "Compare-ConnectUser $ana -Property @{ AutoAcept = $true }")]
    [InlineData("UsePerChannelConfig", "Compare-ConnectUser $chat -Property @{ AutoAccept = $false }")]
    public void What_cannot_be_compared_is_an_error(string errorId, string script)
    {
        AddUser("ana");
        AddUser("chat", user =>
        {
            user["PhoneConfig"]!.AsObject().Remove("AutoAccept");
            user["AutoAcceptConfigs"] = new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["AutoAccept"] = true });
        });
        Run("$ana, $chat = Get-ConnectUser");
        Fails(errorId, script);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Set_with_the_patch_makes_the_user_equal_to_the_other(int seed)
    {
        RandomUserModels random = new(seed, Simulator.InstanceArn, RoutingProfiles, SecurityProfiles, [.. Texts("(Get-ConnectHierarchyGroup).Arn")]);
        for (int round = 0; round < 8; round++)
        {
            string before = AddUser($"before{round}");
            string after = AddUser($"after{round}");
            Simulator.SetProperties("AWS::Connect::User", before, random.Next($"before{round}", before).ToJsonString());
            Simulator.SetProperties("AWS::Connect::User", after, random.Next($"after{round}", after).ToJsonString());
            Run("$before = Get-ConnectUser $b; $after = Get-ConnectUser $a; $patch = Compare-ConnectUser $before $after -AsPatchDocument", ("b", before), ("a", after));
            ClearCalls();

            Run("$before | Set-ConnectUser -PatchDocument $patch");

            string patch = Texts("$patch").Single();
            Calls("UpdateResource").ShouldBe(patch == "[]" ? 0 : 1);
            One("Compare-ConnectUser (Get-ConnectUser $before.UserArn) $after").Differences.Select(item => item.Property).ShouldBe(["Username"], patch);
        }
    }

    /// <summary>The single comparison that a script writes, copied out of the module's own load context.</summary>
    private ConnectUserComparison One(string script)
    {
        PSObject found = Run(script).ShouldHaveSingleItem();
        found.TypeNames[0].ShouldBe("AwsccConnect.ConnectUserComparison");
        List<ConnectUserDifference> differences = [];
        foreach (dynamic item in (System.Collections.IEnumerable)found.Properties["Differences"].Value)
        {
            differences.Add(new(item.Property, item.Path, item.OldValue, item.NewValue, item.IsUpdatable));
        }

        ConnectUserComparison copy = new()
        {
            Username = (string?)found.Properties["Username"].Value,
            UserArn = (string?)found.Properties["UserArn"].Value,
            Differences = new(differences),
            PatchDocument = (string)found.Properties["PatchDocument"].Value,
        };
        found.ToString().ShouldBe(copy.ToString());
        found.Properties["NotUpdatable"].Value.ShouldBe(copy.NotUpdatable);
        return copy;
    }
}
