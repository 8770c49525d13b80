using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands.Binding;

/// <summary>Users written to a file and read back mean the same.</summary>
public sealed class UserRoundTripTests : SimulatorTestBase
{
    protected override bool RecordsBodies => true;

    protected override SimulatorOptions Options => new() { UserCount = 12 };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        AddUser("channels", user =>
        {
            user.Remove("PhoneConfig");
            user["AutoAcceptConfigs"] = new JsonArray(
                new JsonObject { ["Channel"] = "VOICE", ["AutoAccept"] = true, ["AgentFirstCallbackAutoAccept"] = false },
                new JsonObject { ["Channel"] = "CHAT", ["AutoAccept"] = false });
            user["AfterContactWorkConfigs"] = new JsonArray(new JsonObject
            {
                ["Channel"] = "VOICE", ["AfterContactWorkConfig"] = new JsonObject { ["AfterContactWorkTimeLimit"] = 60 },
            });
            user["PhoneNumberConfigs"] = new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["PhoneType"] = "DESK_PHONE", ["PhoneNumber"] = "+442079460123" });
            user["UserProficiencies"] = new JsonArray(new JsonObject { ["AttributeName"] = "Product", ["AttributeValue"] = "Mobile", ["Level"] = 2.5 });
        });
    }

    [Theory]
    [InlineData("Import-Csv $folder/users.csv")]
    [InlineData("Import-ConnectUser $folder/users.csv")]
    public void An_exported_user_imported_into_Set_changes_nothing(string import)
    {
        Run("Get-ConnectUser | Export-Csv $folder/users.csv");
        var result = Invoke($"{import} | Set-ConnectUser");
        result.AllErrors.ShouldBeEmpty();
        result.Warnings.ShouldBeEmpty();
        Writes().ShouldBe(0);
    }

    [Theory]
    [InlineData("Import-Csv $folder/users.csv")]
    [InlineData("Import-ConnectUser $folder/users.csv")]
    public void An_exported_user_imported_into_New_is_the_same_user(string import)
    {
        string[] names = [.. Texts("Get-ConnectUser | ForEach-Object Username")];
        Dictionary<string, JsonObject> before = names.ToDictionary(name => name, State);
        Run("Get-ConnectUser | Export-Csv $folder/users.csv");
        foreach (JsonObject user in before.Values)
        {
            Simulator.Remove(user["UserArn"]!.ToString());
        }

        Simulator.UserCount.ShouldBe(0);

        var result = Invoke($"{import} | New-ConnectUser -Password $password");

        result.AllErrors.ShouldBeEmpty();
        result.Warnings.ShouldBeEmpty();
        foreach (string name in names)
        {
            JsonObject after = State(name);
            after["UserArn"] = before[name]["UserArn"]!.ToString();
            Canonical(after).ShouldBe(Canonical(before[name]));
        }
    }

    [Fact]
    public void One_changed_cell_of_an_export_is_one_changed_leaf()
    {
        Run(
            """
            Get-ConnectUser | Export-Csv $folder/users.csv
            $rows = @(Import-Csv $folder/users.csv)
            $row = @($rows | Where-Object { -not $_.AutoAcceptConfigs })[0]
            $row.LastName = 'Changed'; $row.IdentityInfo = ''
            $rows | Set-ConnectUser
            """);
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(["""replace /IdentityInfo/LastName "Changed" """.TrimEnd()]);
    }

    [Fact]
    public void An_export_has_each_value_under_its_documented_name_only()
    {
        Run("Get-ConnectUser -First 1 | Export-Csv $folder/users.csv");
        File.ReadLines(Path.Combine(Folder, "users.csv")).First().ShouldNotContain("_");
    }

    [Fact]
    public void Awkward_texts_survive()
    {
        AddUser("odd", user =>
        {
            user["IdentityInfo"] = new JsonObject { ["FirstName"] = "Anna-Li, \"Ann\"", ["LastName"] = "O'Neil; =\\" };
            user["Tags"] = new JsonArray(
                new JsonObject { ["Key"] = "a=b;c", ["Value"] = "x;y=z\\" },
                new JsonObject { ["Key"] = "empty", ["Value"] = "" },
                new JsonObject { ["Key"] = "Grüße", ["Value"] = "línea 1, 2" });
            user["UserProficiencies"] = new JsonArray(new JsonObject { ["AttributeName"] = "a/b", ["AttributeValue"] = "c=d", ["Level"] = 4.5 });
        });
        JsonObject before = State("odd");
        Run(
            """
            $u = Get-ConnectUser -Username odd
            $u | Export-Csv $folder/odd.csv
            Import-Csv $folder/odd.csv | Set-ConnectUser
            """);
        Writes().ShouldBe(0);
        Run("$u | Remove-ConnectUser -Force; Import-ConnectUser $folder/odd.csv | New-ConnectUser -Password $password");
        JsonObject after = State("odd");
        after["UserArn"] = before["UserArn"]!.ToString();
        Canonical(after).ShouldBe(Canonical(before));
    }
}
