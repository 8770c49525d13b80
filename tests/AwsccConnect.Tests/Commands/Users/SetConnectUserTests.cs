using System.Management.Automation;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>What the parameters of Set-ConnectUser change, and nothing else.</summary>
public sealed class SetConnectUserTests : SimulatorTestBase
{
    protected override bool RecordsBodies => true;

    [Theory]
    [InlineData("-FirstName Bo", """replace /IdentityInfo/FirstName "Bo" """)]
    [InlineData("-Mobile +447700900123", """add /IdentityInfo/Mobile "\u002B447700900123" """)]
    [InlineData("-AfterContactWorkTimeLimit 0", "replace /PhoneConfig/AfterContactWorkTimeLimit 0")]
    [InlineData("-PersistentConnection $false", "add /PhoneConfig/PersistentConnection false")]
    [InlineData("-Email $null", "remove /IdentityInfo/Email")]
    [InlineData("-Email ''", "remove /IdentityInfo/Email")]
    [InlineData("-AfterContactWorkTimeLimit $null", "remove /PhoneConfig/AfterContactWorkTimeLimit")]
    [InlineData("-Tag $null", "remove /Tags")]
    [InlineData("-Tag @()", "remove /Tags")]
    [InlineData("-IdentityInfo @{ last_name = 'Ode' }", """replace /IdentityInfo/LastName "Ode" """)]
    [InlineData("-PhoneConfig @{ AutoAccept = $true }", "replace /PhoneConfig/AutoAccept true")]
    [InlineData("-PhoneConfig @{ AutoAccept = $null }", "remove /PhoneConfig/AutoAccept")]
    [InlineData("-Proficiency @{ 'Product/Mobile' = 3 }", """add /UserProficiencies [{"AttributeName":"Product","AttributeValue":"Mobile","Level":3}]""")]
    [InlineData("-Property @{ FirstName = 'Bo' }", """replace /IdentityInfo/FirstName "Bo" """)]
    [InlineData("-Property @{ email = $null }", "remove /IdentityInfo/Email")]
    [InlineData("-Property @{ PhoneConfig = @{ AutoAccept = $true } }", "replace /PhoneConfig/AutoAccept true")]
    [InlineData("-Property @{ Tags = $null }", "remove /Tags")]
    [InlineData("-Property @{ FirstName = 'Property' } -FirstName Bo", """replace /IdentityInfo/FirstName "Bo" """)]
    [InlineData("-VoiceEnhancementConfig @{ Channel = 'VOICE'; VoiceEnhancementMode = 'NONE' }", """add /VoiceEnhancementConfigs [{"Channel":"VOICE","VoiceEnhancementMode":"NONE"}]""")]
    public void One_parameter_is_one_leaf(string parameters, string operation)
    {
        string arn = AddUser("ben");
        Run($"Set-ConnectUser $arn {parameters}", ("arn", arn)).ShouldBeEmpty();
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe([operation.TrimEnd()]);
        Sent("UpdateResource")[0].Identifier.ShouldBe(arn);
    }

    [Fact]
    public void Identifiers_and_usernames_may_be_several()
    {
        string[] arns = [AddUser("a"), AddUser("b")];
        Run("Set-ConnectUser -Arn $arns -LastName Ode", ("arns", arns));
        State("a")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Ode");
        State("b")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Ode");
        var result = Invoke("Set-ConnectUser -Username A, nobody, b -InstanceArn contact-centre -LastName Roy");
        IdOf(result.Errors.ShouldHaveSingleItem()).ShouldBe("NotFound");
        result.Errors[0].TargetObject.ShouldBe("nobody");
        State("a")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Roy");
        State("b")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Roy");
    }

    [Fact]
    public void Tags_are_added_changed_and_removed_one_by_one()
    {
        string arn = AddUser("ben", user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Site", ["Value"] = "Leeds" }));
        Run("Set-ConnectUser $arn -AddTag @{ Team = 'Support'; Shift = 'Late' } -RemoveTag Site, Unknown", ("arn", arn));
        TagsOf("ben").ShouldBe(["Shift=Late", "Team=Support"]);
        Run("Set-ConnectUser $arn -AddTag @{ Key = 'Site'; Value = '' }");
        TagsOf("ben").ShouldBe(["Shift=Late", "Site=", "Team=Support"]);
        Sent("UpdateResource").Count.ShouldBe(2);
    }

    [Fact]
    public void Security_profiles_are_added_and_removed_one_by_one()
    {
        string arn = AddUser("ben");
        Run("Set-ConnectUser $arn -AddSecurityProfile $security[1], $security[2] -RemoveSecurityProfile $security[0]", ("arn", arn));
        State("ben")["SecurityProfileArns"]!.AsArray().Select(item => item!.ToString()).ShouldBe([SecurityProfiles[1], SecurityProfiles[2]], ignoreOrder: true);
        Run("Set-ConnectUser $arn -AddSecurityProfile $security[1]");
        Sent("UpdateResource").Count.ShouldBe(1, "the profile is there already");
    }

    [Fact]
    public void Proficiencies_are_added_changed_and_removed_one_by_one()
    {
        string arn = AddUser("ben");
        Run("Set-ConnectUser $arn -AddProficiency @{ 'Product/Mobile' = 2; 'Product/Broadband' = 3 }", ("arn", arn));
        Run("Set-ConnectUser $arn -AddProficiency @{ AttributeName = 'Product'; AttributeValue = 'Mobile'; Level = 5 } -RemoveProficiency Product/Broadband");
        State("ben")["UserProficiencies"]!.ToJsonString().ShouldBe("""[{"AttributeName":"Product","AttributeValue":"Mobile","Level":5}]""");
    }

    [Fact]
    public void An_explicit_array_is_the_complete_set_and_order_is_no_difference()
    {
        string arn = AddUser("ben", user => user["SecurityProfileArns"] = new JsonArray(SecurityProfiles[1], SecurityProfiles[0]));
        Run("Set-ConnectUser $arn -SecurityProfile $security[0], $security[1] -Tag @{ Team = 'Sales' }", ("arn", arn));
        Writes().ShouldBe(0);
        Run("Set-ConnectUser $arn -SecurityProfile $security[2] -Tag @{ Only = 'This' }");
        State("ben")["SecurityProfileArns"]!.ToJsonString().ShouldBe($"""["{SecurityProfiles[2]}"]""");
        TagsOf("ben").ShouldBe(["Only=This"]);
    }

    [Fact]
    public void Settings_per_channel_are_merged_by_channel()
    {
        string arn = AddUser("ben", user =>
        {
            user.Remove("PhoneConfig");
            user["AutoAcceptConfigs"] = new JsonArray(
                new JsonObject { ["Channel"] = "VOICE", ["AutoAccept"] = false, ["AgentFirstCallbackAutoAccept"] = true },
                new JsonObject { ["Channel"] = "CHAT", ["AutoAccept"] = false });
        });
        Run("Set-ConnectUser $arn -AutoAcceptConfig @{ Channel = 'voice'; AutoAccept = $true }, @{ Channel = 'TASK'; AutoAccept = $true }", ("arn", arn));
        Canonical(State("ben")["AutoAcceptConfigs"]).ShouldBe(
            """[{AgentFirstCallbackAutoAccept:true,AutoAccept:true,Channel:"VOICE"},{AutoAccept:false,Channel:"CHAT"},{AutoAccept:true,Channel:"TASK"}]""");
    }

    [Theory]
    [InlineData("-AutoAccept $true", "AutoAcceptConfigs", "-AutoAcceptConfig")]
    [InlineData("-AfterContactWorkTimeLimit 60", "AfterContactWorkConfigs", "-AfterContactWorkConfig")]
    public void A_flat_setting_of_a_user_with_the_array_is_refused_before_any_write(string parameters, string array, string remedy)
    {
        string arn = AddUser("ben", user =>
        {
            user["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE" };
            user["AutoAcceptConfigs"] = new JsonArray(new JsonObject { ["Channel"] = "CHAT", ["AutoAccept"] = false });
            user["AfterContactWorkConfigs"] = new JsonArray(new JsonObject { ["Channel"] = "CHAT", ["AfterContactWorkConfig"] = new JsonObject { ["AfterContactWorkTimeLimit"] = 30 } });
        });
        ErrorRecord error = Fails("UsePerChannelConfig", $"Set-ConnectUser $arn {parameters}", ("arn", arn));
        error.ToString().ShouldContain(array);
        error.ErrorDetails.RecommendedAction.ShouldContain(remedy);
        Fails("UsePerChannelConfig", $"Get-ConnectUser -Username ben | Set-ConnectUser {parameters}");
        Writes().ShouldBe(0);
        Run("Set-ConnectUser $arn -PhoneType DESK_PHONE -DeskPhoneNumber +442079460123");
    }

    [Fact]
    public void A_patch_document_is_sent_as_given()
    {
        string arn = AddUser("ben");
        Run("""Set-ConnectUser $arn -PatchDocument '[{"op":"test","path":"/IdentityInfo/FirstName","value":"Ada"},{"op":"replace","path":"/IdentityInfo/FirstName","value":"Bo"}]'""", ("arn", arn));
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(["""test /IdentityInfo/FirstName "Ada" """.TrimEnd(), """replace /IdentityInfo/FirstName "Bo" """.TrimEnd()]);
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Bo");
    }

    [Fact]
    public void A_patch_document_goes_with_other_parameters()
    {
        string arn = AddUser("ben");
        Run("""Set-ConnectUser $arn -LastName Ode -PatchDocument '[{"op":"add","path":"/Tags/-","value":{"Key":"Site","Value":"Leeds"}}]'""", ("arn", arn));
        TagsOf("ben").ShouldBe(["Site=Leeds", "Team=Sales"]);
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Ode");
    }

    [Fact]
    public void PassThru_writes_the_user_as_it_is_now()
    {
        AddUser("ben");
        PSObject user = Run("Get-ConnectUser -Username ben | Set-ConnectUser -LastName Ode -PassThru").Single();
        user.TypeNames[0].ShouldBe("AwsccConnect.ConnectUser");
        user.Properties["LastName"].Value.ShouldBe("Ode");
        Run("Get-ConnectUser -Username ben | Set-ConnectUser -LastName Ode -PassThru").ShouldHaveSingleItem("also where nothing had to be changed");
        Sent("UpdateResource").Count.ShouldBe(1);
    }

    [Fact]
    public void NoWait_returns_the_request()
    {
        string arn = AddUser("ben");
        PSObject request = Run("Set-ConnectUser $arn -LastName Ode -NoWait", ("arn", arn)).Single();
        request.TypeNames[0].ShouldBe("AwsccConnect.ConnectUserRequest");
        request.Properties["Operation"].Value.ShouldBe("UPDATE");
        request.Properties["Identifier"].Value.ShouldBe(arn);
        Calls("GetResourceRequestStatus").ShouldBe(0);
    }

    [Fact]
    public void WhatIf_prints_each_operation_with_the_old_and_the_new_value_and_writes_nothing()
    {
        string arn = AddUser("ben");
        Session.UI.TakeText();
        Run("Set-ConnectUser $arn -FirstName Bo -Mobile +447700900123 -Email $null -AddTag @{ Site = 'Leeds' } -WhatIf", ("arn", arn)).ShouldBeEmpty();
        string text = Session.UI.TakeText();
        text.ShouldContain("Update user 'ben'");
        text.ShouldContain("replace /IdentityInfo/FirstName: 'Ada' -> 'Bo'");
        text.ShouldContain("add /IdentityInfo/Mobile: '+447700900123'");
        text.ShouldContain("remove /IdentityInfo/Email: 'ben@example.com'");
        text.ShouldContain("replace /Tags: 'Team=Sales' -> 'Team=Sales;Site=Leeds'");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void Confirm_asks_with_the_same_words()
    {
        string arn = AddUser("ben");
        Session.UI.ChoiceAnswers.Enqueue(2);
        Run("Set-ConnectUser $arn -FirstName Bo -Confirm", ("arn", arn));
        Session.UI.Prompts.ShouldHaveSingleItem().Message.ShouldContain("replace /IdentityInfo/FirstName: 'Ada' -> 'Bo'");
        Writes().ShouldBe(0);
        Session.UI.ChoiceAnswers.Enqueue(0);
        Run("Set-ConnectUser $arn -FirstName Bo -Confirm");
        Writes().ShouldBe(1);
    }
}
