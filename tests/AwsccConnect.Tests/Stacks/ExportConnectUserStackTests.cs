using System.Text.Json.Nodes;
using AwsccConnect.Tests.Hosting;
using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.Stacks;

/// <summary>Export-ConnectUserStack, and that publishing what it writes changes nothing.</summary>
public sealed class ExportConnectUserStackTests : SimulatorTestBase
{
    private string this[string name] => File.ReadAllText(Path.Combine(Folder, name));

    [Theory]
    [InlineData("team.yml", 1)]
    [InlineData("team.json", 2)]
    [InlineData("team.csv", 3)]
    public void Publishing_the_file_writes_nothing(string file, int seed)
    {
        AddRandomUsers(seed, 40);
        foreach (string names in new[] { "", " -UseName" })
        {
            Run($"Export-ConnectUserStack $folder/{file} -InstanceArn $instance{names} -Force");
            ClearCalls();

            Texts($"Publish-ConnectUserStack $folder/{file} | Where-Object {{ $_.Status -ne 'InSync' -or $_.Outcome -ne 'None' }} | ForEach-Object {{ \"$($_.Username) $($_.Differences) $($_.Message)\" }}").ShouldBeEmpty(this[file]);
            Texts($"(Test-ConnectUserStack $folder/{file}).Count").ShouldBe(["40"]);
            Writes().ShouldBe(0);
            this[file].ShouldNotContain("AwsccConnect:Stack");
            this[file].Contains("/routing-profile/", StringComparison.Ordinal).ShouldBe(names.Length == 0);
        }
    }

    [Theory]
    [InlineData("team.yml")]
    [InlineData("team.json")]
    [InlineData("team.csv")]
    public void What_is_edited_in_the_file_is_all_that_publishing_changes(string file)
    {
        AddUser("ana", user => user["IdentityInfo"]!["LastName"] = "{{ Li }}");
        AddUser("ben");
        Run($"Export-ConnectUserStack $folder/{file} -InstanceArn $instance");
        WriteFile(file, this[file].Replace("ben@example.com", "b.e@example.com", StringComparison.Ordinal));

        Texts($"Test-ConnectUserStack $folder/{file} | ForEach-Object {{ \"$($_.Username) $($_.Status) $($_.Differences)\" }}")
            .ShouldBe(["ana InSync ", "ben Different IdentityInfo.Email: ben@example.com -> b.e@example.com"], ignoreOrder: true);
    }

    [Fact]
    public void The_manifest_has_everything_in_a_fixed_order()
    {
        AddUser("Zoe", user =>
        {
            user["Tags"] = new JsonArray(
                new JsonObject { ["Key"] = "Team", ["Value"] = "no" }, new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = "x" }, new JsonObject { ["Value"] = "1", ["Key"] = "aws:x" }, new JsonObject { ["Key"] = "Empty", ["Value"] = "" });
            user["UserProficiencies"] = new JsonArray(new JsonObject { ["AttributeName"] = "connect:Language", ["AttributeValue"] = "connect:English", ["Level"] = 2.5 });
        });
        AddUser("ana.bell", user =>
        {
            user["IdentityInfo"] = new JsonObject { ["LastName"] = "{{ x }} O'Brien\n", ["FirstName"] = "007" };
            user.Remove("Tags");
            user["PhoneConfig"]!.AsObject().Remove("PhoneType");
            user["AutoAcceptConfigs"] = new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["AutoAccept"] = false });
        });

        Run("Get-ConnectUser | Export-ConnectUserStack $folder/my-team.yml -UseName");

        string routing = Texts("(Get-ConnectRoutingProfile)[0].Name").Single();
        string security = Texts("(Get-ConnectSecurityProfile)[0].Name").Single();
        this["my-team.yml"].ShouldBe(
            $$$"""
            version: 1
            name: 'my-team'
            providers:
              - aws
            globals:
              - name: region
                value: 'eu-west-2'
            resources:
              - name: ana_bell
                props:
                  - name: username
                    value: 'ana.bell'
                  - name: instance_arn
                    value: '{{{Simulator.InstanceArn}}}'
                  - name: routing_profile_arn
                    value: '{{{routing}}}'
                  - name: identity_info
                    value:
                      first_name: '007'
                      last_name: "{{ '{' }}{ x }} O'Brien\n"
                  - name: phone_config
                    value:
                      after_contact_work_time_limit: 30
                  - name: security_profile_arns
                    value:
                      - '{{{security}}}'
                  - name: auto_accept_configs
                    value:
                      - channel: 'VOICE'
                        auto_accept: false
              - name: zoe
                props:
                  - name: username
                    value: 'Zoe'
                  - name: instance_arn
                    value: '{{{Simulator.InstanceArn}}}'
                  - name: routing_profile_arn
                    value: '{{{routing}}}'
                  - name: identity_info
                    value:
                      first_name: 'Ada'
                      last_name: 'Li'
                      email: 'Zoe@example.com'
                  - name: phone_config
                    value:
                      after_contact_work_time_limit: 30
                      auto_accept: false
                      phone_type: 'SOFT_PHONE'
                  - name: security_profile_arns
                    value:
                      - '{{{security}}}'
                  - name: tags
                    value:
                      - key: 'Empty'
                        value: ''
                      - key: 'Team'
                        value: 'no'
                  - name: user_proficiencies
                    value:
                      - attribute_name: 'connect:Language'
                        attribute_value: 'connect:English'
                        level: 2.5

            """.ReplaceLineEndings("\n"));
        string before = this["my-team.yml"];
        Run("$users = @(Get-ConnectUser); $users[1], $users[0] | Export-ConnectUserStack $folder/my-team.yml -UseName");
        this["my-team.yml"].ShouldBe(before, "the order of the input does not matter");
    }

    [Fact]
    public void The_roster_has_the_columns_that_are_needed_and_is_safe_to_open()
    {
        AddUser("ana", user =>
        {
            user["IdentityInfo"] = new JsonObject { ["FirstName"] = "=cmd|' /C calc'!A0", ["LastName"] = "a,\"b\"", ["Mobile"] = "+447700900123" };
            user["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE" };
        });
        Run("Export-ConnectUserStack $folder/team.csv -InstanceArn $instance");
        byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, "team.csv"));
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        this["team.csv"].Split('\n').ShouldBe(
        [
            "Username,InstanceArn,RoutingProfileArn,FirstName,LastName,Mobile,PhoneType,SecurityProfileArns,Tags",
            $"ana,{Simulator.InstanceArn},{RoutingProfiles[0]},'=cmd|' /C calc'!A0,\"a,\"\"b\"\"\",+447700900123,SOFT_PHONE,{SecurityProfiles[0]},Team=Sales",
            "",
        ]);
        Texts("(Import-ConnectUser $folder/team.csv).FirstName").ShouldBe(["=cmd|' /C calc'!A0"], "the roster reader takes the apostrophe off again");
    }

    [Fact]
    public void Users_references_arns_rows_and_copies_can_be_piped()
    {
        foreach (string name in new[] { "a", "b", "c", "d", "e" })
        {
            AddUser(name);
        }

        Run(
            """
            $users = @(Get-ConnectUser)
            $users[0].Password = $password
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($users[1], 2))
            $row = [pscustomobject]@{ Username = $users[2].Username; InstanceArn = $instance }
            $reference = Get-ConnectUser -IdentifierOnly | Where-Object UserArn -EQ $users[3].UserArn
            $users[0], $copy, $row, $reference, $users[4].UserArn, $users[0] | Export-ConnectUserStack $folder/team.json
            """);
        JsonNode.Parse(this["team.json"])!.AsArray().Select(user => user!["Username"]!.ToString()).ShouldBe(["a", "b", "c", "d", "e"]);
        this["team.json"].ShouldNotContain("Password");
        Run("Publish-ConnectUserStack $folder/team.json");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void Owned_takes_the_users_of_the_stack_only()
    {
        AddUser("ana", Owned("team"));
        AddUser("ben", Owned("team/prd"));
        AddUser("cho");
        Run("Export-ConnectUserStack $folder/team.json -InstanceArn $instance -Owned; Export-ConnectUserStack $folder/prd.json -InstanceArn $instance -Owned -Name team -Environment prd");
        JsonNode.Parse(this["team.json"])!.AsArray().ShouldHaveSingleItem()!["Username"]!.ToString().ShouldBe("ana");
        JsonNode.Parse(this["prd.json"])!.AsArray().ShouldHaveSingleItem()!["Username"]!.ToString().ShouldBe("ben");
    }

    [Fact]
    public void Properties_of_a_newer_AWS_are_left_out_with_a_warning_and_the_rest_stays_true()
    {
        AddUser("ana", user =>
        {
            user["Shape"] = "round";
            user["IdentityInfo"]!["Pronouns"] = "they";
            user["AutoAcceptConfigs"] = new JsonArray(new JsonObject { ["Channel"] = "CHAT", ["AutoAccept"] = true, ["Delay"] = 3 });
        });
        foreach (string file in new[] { "team.json", "team.yml", "team.csv" })
        {
            InvocationResult result = Invoke($"Export-ConnectUserStack $folder/{file} -InstanceArn $instance");
            result.AllErrors.ShouldBeEmpty();
            result.Warnings.Select(warning => warning.ToString().Split('\'')[1]).ShouldBe(["IdentityInfo.Pronouns", "Shape"], ignoreOrder: true);
            Texts($"(Publish-ConnectUserStack $folder/{file}).Status").ShouldBe(["InSync"], this[file]);
        }

        Writes().ShouldBe(0);
    }

    [Fact]
    public void The_file_is_kept_replaced_or_left_alone_as_asked()
    {
        AddUser("ana");
        string path = WriteFile("team.yml", "old");
        Fails("FileExists", "Export-ConnectUserStack $folder/team.yml -InstanceArn $instance -NoClobber");
        new FileInfo(path).IsReadOnly = true;
        Fails("FileNotWritable", "Export-ConnectUserStack $folder/team.yml -InstanceArn $instance");
        this["team.yml"].ShouldBe("old");

        Run("Export-ConnectUserStack $folder/team.yml -InstanceArn $instance -Force");
        this["team.yml"].ShouldContain("ana");
        Fails("FileNotWritable", "Export-ConnectUserStack $folder/nowhere/team.yml -InstanceArn $instance");
        Fails("InvalidValue", "Export-ConnectUserStack $folder/team.txt -InstanceArn $instance");
        Fails("InvalidStackFile", "Export-ConnectUserStack $folder/other.yml -Name 'a/b' -InstanceArn $instance");
        Run("Export-ConnectUserStack $folder/team.txt -Format Csv -InstanceArn $instance");
        Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).ShouldBe(["team.yml", "team.txt"], ignoreOrder: true);
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

    [Fact]
    public void An_export_that_lacks_a_user_is_not_written()
    {
        AddUser("ana");
        string path = WriteFile("team.yml", "old");
        InvocationResult result = Invoke("(Get-ConnectUser), \"$instance/agent/00000000-0000-4000-8000-00000000dead\" | Export-ConnectUserStack $folder/team.yml");
        result.AllErrors.Select(IdOf).ShouldBe(["NotFound", "IncompleteStack"]);
        File.ReadAllText(path).ShouldBe("old");

        result = Invoke("Get-ConnectUser | Where-Object Username -EQ nobody | Export-ConnectUserStack $folder/team.yml");
        result.Warnings.ShouldHaveSingleItem().ToString().ShouldContain("no user");
        File.ReadAllText(path).ShouldBe("old");
    }

    private static Action<JsonObject> Owned(string stack) =>
        user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = stack });

    private void AddRandomUsers(int seed, int count)
    {
        RandomUserModels random = new(seed, Simulator.InstanceArn, RoutingProfiles, SecurityProfiles, [.. Texts("(Get-ConnectHierarchyGroup).Arn")]);
        for (int number = 0; number < count; number++)
        {
            string name = $"User.{number}_{"aB@"[number % 3]}";
            string arn = AddUser(name);
            Simulator.SetProperties("AWS::Connect::User", arn, random.Next(name, arn).ToJsonString());
        }
    }
}
