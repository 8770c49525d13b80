using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>What Set-ConnectUser refuses before any call.</summary>
public sealed class SetRefusalTests : SimulatorTestBase
{
    [Theory]
    [InlineData("Username", "'bob'")]
    [InlineData("Password", "'Correct7Horse'")]
    [InlineData("Password", "$password")]
    [InlineData("DirectoryUserId", "'S-1'")]
    [InlineData("directory_user_id", "'S-1'")]
    [InlineData("InstanceArn", "$instance")]
    [InlineData("UserArn", "$arn")]
    public void A_property_that_AWS_cannot_change_is_refused_in_Property(string name, string value)
    {
        string arn = AddUser("ben");
        ErrorRecord error = Fails("PropertyNotUpdatable", $"Set-ConnectUser $arn -Property @{{ {name} = {value} }}", ("arn", arn));
        error.ErrorDetails.RecommendedAction.ShouldNotBeNullOrEmpty();
        error.ToString().ShouldNotContain("Correct7Horse");
        Simulator.CallCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("""[{"op":"replace","path":"/Username","value":"bob"}]""", "Username")]
    [InlineData("""[{"op":"add","path":"/Password","value":"Correct7Horse"}]""", "Password")]
    [InlineData("""[{"op":"remove","path":"/DirectoryUserId"}]""", "DirectoryUserId")]
    [InlineData("""[{"op":"replace","path":"/InstanceArn","value":"x"}]""", "InstanceArn")]
    [InlineData("""[{"op":"move","from":"/Username","path":"/IdentityInfo/FirstName"}]""", "Username")]
    [InlineData("""[{"op":"copy","from":"/IdentityInfo/FirstName","path":"/Username"}]""", "Username")]
    [InlineData("""[{"op":"replace","path":"","value":{"Username":"bob"}}]""", "Username")]
    public void A_property_that_AWS_cannot_change_is_refused_in_PatchDocument(string patch, string property)
    {
        string arn = AddUser("ben");
        ErrorRecord error = Fails("PropertyNotUpdatable", "Set-ConnectUser $arn -PatchDocument $patch", ("arn", arn), ("patch", patch));
        error.ToString().ShouldContain(property);
        error.ToString().ShouldNotContain("Correct7Horse");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void A_patch_document_may_read_what_it_cannot_change()
    {
        string arn = AddUser("ben");
        Run(
            """Set-ConnectUser $arn -PatchDocument '[{"op":"test","path":"/Username","value":"ben"},{"op":"copy","from":"/Username","path":"/IdentityInfo/FirstName"}]'""",
            ("arn", arn));
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("ben");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""[{"op":"put","path":"/IdentityInfo/FirstName","value":"Bo"}]""")]
    [InlineData("""[{"op":"replace","path":"/Identity~2Info","value":"Bo"}]""")]
    [InlineData("""[{"op":"replace","path":"/IdentityInfo/FirstName"}]""")]
    public void Text_that_is_no_patch_document_is_refused(string patch)
    {
        string arn = AddUser("ben");
        Fails("InvalidPatchDocument", "Set-ConnectUser $arn -PatchDocument $patch", ("arn", arn), ("patch", patch));
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void A_patch_that_does_not_fit_the_user_is_refused_before_any_write()
    {
        string arn = AddUser("ben");
        Fails("InvalidPatchDocument", """Set-ConnectUser $arn -PatchDocument '[{"op":"replace","path":"/IdentityInfo/Mobile","value":"+447700900123"}]'""", ("arn", arn));
        Fails("ConcurrentChange", """Set-ConnectUser $arn -PatchDocument '[{"op":"test","path":"/IdentityInfo/FirstName","value":"Eve"}]'""");
        Writes().ShouldBe(0);
    }

    [Theory]
    [InlineData("-Mobile 07700", "InvalidValue", "Mobile")]
    [InlineData("-PhoneType PHONE", "InvalidValue", "PhoneType")]
    [InlineData("-AfterContactWorkTimeLimit 2000001", "InvalidValue", "AfterContactWorkTimeLimit")]
    [InlineData("-RoutingProfile $security[0]", "InvalidArn", "RoutingProfileArn")]
    [InlineData("-RoutingProfile $null", "MissingProperty", "RoutingProfileArn")]
    [InlineData("-SecurityProfile @()", "MissingProperty", "SecurityProfileArns")]
    [InlineData("-AddTag @{ 'aws:x' = '1' }", "InvalidValue", "aws:")]
    [InlineData("-AddProficiency @{ 'Product/Mobile' = 11 }", "InvalidValue", "Level")]
    [InlineData("-RemoveProficiency Product", "InvalidValue", "Product")]
    [InlineData("-AutoAccept $true -AutoAcceptConfig @{ Channel = 'VOICE'; AutoAccept = $true }", "ConflictingProperties", "AutoAccept")]
    [InlineData("-AutoAcceptConfig @{ Channel = 'FAX'; AutoAccept = $true }", "InvalidValue", "FAX")]
    [InlineData("-AutoAcceptConfig @{ AutoAccept = $true }", "InvalidValue", "Channel")]
    [InlineData("-Property @{ Fristname = 'Bo' }", "InvalidValue", "FirstName")]
    public void Bad_parameters_fail_once_and_before_any_call(string parameters, string errorId, string mention)
    {
        string[] arns = [AddUser("a"), AddUser("b")];
        ErrorRecord error = Fails(errorId, $"Set-ConnectUser $arns {parameters}", ("arns", arns));
        (error + error.ErrorDetails.RecommendedAction).ShouldContain(mention);
        Fails(errorId, $"$arns | Set-ConnectUser {parameters}");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void The_last_security_profile_cannot_be_removed()
    {
        string arn = AddUser("ben");
        Fails("MissingProperty", "Set-ConnectUser $arn -RemoveSecurityProfile $security[0]", ("arn", arn)).ToString().ShouldContain("ben");
        Fails("MissingProperty", "$u = Get-ConnectUser $arn; $u.SecurityProfileArns = @(); $u | Set-ConnectUser");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void An_ARN_of_another_instance_is_refused_before_any_write()
    {
        string arn = AddUser("ben");
        Fails("InstanceMismatch", "Set-ConnectUser $arn -RoutingProfile ($routing[0] -replace 'instance/........', 'instance/00000000')", ("arn", arn));
        Writes().ShouldBe(0);
    }

    [Fact]
    public void Identifiers_without_a_change_are_an_error()
    {
        string arn = AddUser("ben");
        Fails("NothingToChange", "Set-ConnectUser $arn", ("arn", arn)).ErrorDetails.RecommendedAction.ShouldNotBeNullOrEmpty();
        Fails("NothingToChange", "Set-ConnectUser -Username ben -InstanceArn $instance");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void A_row_with_a_password_is_refused()
    {
        string arn = AddUser("ben");
        Fails("PropertyNotUpdatable", "@{ UserArn = $arn; Password = $password; LastName = 'Ode' } | Set-ConnectUser", ("arn", arn));
        Fails("PlainTextPassword", "@{ UserArn = $arn; Password = 'Correct7Horse'; LastName = 'Ode' } | Set-ConnectUser");
        Simulator.CallCount.ShouldBe(0);
    }
}
