namespace AwsccConnect.Tests.Commands.Users;

/// <summary>What the parameters of Set-ConnectUser change, and nothing else.</summary>
public sealed class SetConnectUserTests : SimulatedSession
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
    public void A_patch_document_is_sent_as_given()
    {
        string arn = AddUser("ben");
        Run("""Set-ConnectUser $arn -PatchDocument '[{"op":"test","path":"/IdentityInfo/FirstName","value":"Ada"},{"op":"replace","path":"/IdentityInfo/FirstName","value":"Bo"}]'""", ("arn", arn));
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(["""test /IdentityInfo/FirstName "Ada" """.TrimEnd(), """replace /IdentityInfo/FirstName "Bo" """.TrimEnd()]);
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Bo");
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
