using AwsccConnect.Tests.Commands;
using AwsccConnect.Tests.Stacks.Parsing;

namespace AwsccConnect.Tests.Stacks;

/// <summary>The life of a stack: StackQL's manifest with its placeholders given as variables, from the first publishing to the teardown.</summary>
public sealed class StackLifecycleTests : SimulatorTestBase
{
    private const string Variables =
        """
        $variables = @{
            AWS_REGION = $region; instance_arn = $instance; directory_user_id = ''; hierarchy_group_arn = (Get-ConnectHierarchyGroup)[0].Arn
            username = 'ada.kim'; password = $password; routing_profile_arn = $routing[0]; security_profile_arns = $security[0], $security[1]
            first_name = 'Ada'; last_name = 'Kim'; email = 'ada.kim@example.com'; secondary_email = ''; mobile = '+447700900123'
            after_contact_work_time_limit = 30; auto_accept = $true; desk_phone_number = ''; phone_type = 'SOFT_PHONE'; persistent_connection = $false
            key = 'Team'; value = 'Sales'; attribute_name = 'connect:Language'; attribute_value = 'connect:English'
        }
        $stack = @{ Path = "$folder/stack.yml"; Variable = $variables }
        """;

    private const string Report = " | ForEach-Object { \"$($_.Username) $($_.Status) $($_.Outcome): $($_.Differences)\" }";

    [Fact]
    public void From_the_first_publishing_to_the_teardown()
    {
        AddUser("somebody.else");
        WriteFile("stack.yml", ManifestTests.Documented);
        Run(Variables);

        Texts("Publish-ConnectUserStack @stack | ForEach-Object { \"$($_.Stack): $($_.Username) $($_.Status) $($_.Outcome)\" }").ShouldBe(["stack name: ada.kim Missing Created"]);

        var ada = State("ada.kim");
        Simulator.CheckPassword(ada["UserArn"]!.ToString(), "Correct7Horse").ShouldBeTrue();
        TagsOf("ada.kim").ShouldBe(["AwsccConnect:Stack=stack name", "Team=Sales"]);
        ada["IdentityInfo"]!.ToJsonString().ShouldBe("""{"FirstName":"Ada","LastName":"Kim","Email":"ada.kim@example.com","Mobile":"\u002B447700900123"}""");
        ada["SecurityProfileArns"]!.AsArray().ShouldHaveSingleItem()!.ToString().ShouldBe(SecurityProfiles[0]);
        Calls("CreateResource").Count.ShouldBe(1);

        Texts("Test-ConnectUserStack @stack" + Report).ShouldBe(["ada.kim InSync None: "]);
        Texts("Test-ConnectUserStack @stack -Quiet").ShouldBe(["True"]);

        Change("ada.kim", user =>
        {
            user["IdentityInfo"]!["LastName"] = "Kimm";
            user["PhoneConfig"]!["AutoAccept"] = false;
            user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Shift", ["Value"] = "Late" });
            user["PhoneConfig"]!["DeskPhoneNumber"] = "+441134960130";
        });
        Simulator.ClearCalls();
        Texts("Test-ConnectUserStack @stack" + Report).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            text => text.ShouldStartWith("ada.kim Different None: "),
            text => text.ShouldContain("IdentityInfo.LastName: Kimm -> Kim"),
            text => text.ShouldContain("PhoneConfig.AutoAccept: false -> true"),
            text => text.ShouldContain("Tags: - Shift=Late"),
            text => text.ShouldNotContain("DeskPhoneNumber"));
        Texts("Test-ConnectUserStack @stack -Quiet").ShouldBe(["False"]);
        Writes().ShouldBeEmpty();

        var repaired = Invoke("& { $DebugPreference = 'Continue'; (Publish-ConnectUserStack @stack).Outcome }");
        repaired.AllErrors.ShouldBeEmpty();
        repaired.Output.Select(outcome => outcome.ToString()).ShouldBe(["Updated"]);
        const string Request = "UpdateResource request: ";
        var sent = repaired.Debug.Where(line => line.StartsWith(Request, StringComparison.Ordinal)).ShouldHaveSingleItem();
        var patch = JsonNode.Parse(sent[Request.Length..])!["PatchDocument"]!.AsArray();
        patch.Select(operation => $"{operation!["op"]} {operation["path"]}").ShouldBe(
            ["replace /IdentityInfo/LastName", "replace /PhoneConfig/AutoAccept", "replace /Tags"], ignoreOrder: true);
        TagsOf("ada.kim").ShouldBe(["AwsccConnect:Stack=stack name", "Team=Sales"]);
        State("ada.kim")["PhoneConfig"]!["DeskPhoneNumber"]!.ToString().ShouldBe("+441134960130", "the file does not mention it");

        Simulator.ClearCalls();
        Texts("(Publish-ConnectUserStack @stack).Outcome").ShouldBe(["None"]);
        Writes().ShouldBeEmpty();

        Texts("Unpublish-ConnectUserStack @stack -Force" + Report).ShouldBe(["ada.kim Extra Removed: "]);
        Simulator.FindUser("ada.kim").ShouldBeNull();
        Simulator.FindUser("somebody.else").ShouldNotBeNull();
        Calls("DeleteResource").Count.ShouldBe(1);
    }
}
