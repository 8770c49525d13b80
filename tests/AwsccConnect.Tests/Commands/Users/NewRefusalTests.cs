using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Bad values fail before any call and name the row.</summary>
public sealed class NewRefusalTests : SimulatedSession
{
    [Theory]
    [InlineData("RoutingProfileArn = ''", "MissingProperty", "RoutingProfileArn")]
    [InlineData("SecurityProfileArns = ''", "MissingProperty", "SecurityProfileArns")]
    [InlineData("InstanceArn = ''", "MissingProperty", "InstanceArn")]
    [InlineData("PhoneType = 'DESKPHONE'", "InvalidValue", "PhoneType")]
    [InlineData("AfterContactWorkTimeLimit = 2000001", "InvalidValue", "AfterContactWorkTimeLimit")]
    [InlineData("Mobile = '07700 900123'", "InvalidValue", "Mobile")]
    [InlineData("RoutingProfileArn = 'arn:aws:connect:x'", "InvalidArn", "RoutingProfileArn")]
    [InlineData("RoutingProfileArn = $security[0]", "InvalidArn", "RoutingProfileArn")]
    [InlineData("InstanceArn = $routing[0]", "InvalidArn", "InstanceArn")]
    [InlineData("InstanceArn = $instance -replace 'eu-west-2', 'us-east-1'", "RegionMismatch", "us-east-1")]
    [InlineData("RoutingProfileArn = $routing[0] -replace 'eu-west-2', 'us-east-1'", "RegionMismatch", "RoutingProfileArn")]
    [InlineData("RoutingProfileArn = $routing[0] -replace 'instance/........', 'instance/00000000'", "InstanceMismatch", "RoutingProfileArn")]
    [InlineData("Region = 'us-east-1'", "RegionMismatch", "us-east-1")]
    [InlineData("UserProficiencies = 'Language/English=11'", "InvalidValue", "Level")]
    [InlineData("Tags = 'aws:x=1'", "InvalidValue", "aws:")]
    [InlineData("AutoAccept = 'yes'; AutoAcceptConfigs = 'VOICE:AutoAccept=false'", "ConflictingColumns", "AutoAccept")]
    public void A_bad_cell_is_refused_before_any_call(string cells, string errorId, string mention)
    {
        ErrorRecord error = Fails(
            errorId,
            $$"""
            $row = [ordered]@{ Username = 'ben'; InstanceArn = $instance; RoutingProfileArn = $routing[0]; SecurityProfileArns = $security[0] }
            $more = @{ {{cells}} }; foreach ($key in $more.Keys) { $row[$key] = $more[$key] }
            [pscustomobject]$row | New-ConnectUser -Password $password
            """);
        error.ToString().ShouldContain(mention);
        error.TargetObject.ShouldBeOfType<PSObject>().Properties["Username"].Value.ShouldBe("ben");
        error.ErrorDetails.RecommendedAction.ShouldNotBeNullOrEmpty();
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void The_error_of_a_row_names_the_user()
    {
        Fails("MissingProperty", "@{ Username = 'ben' } | New-ConnectUser -Password $password").ToString().ShouldContain("ben");
        Fails("MissingProperty", "@{ FirstName = 'Ben' } | New-ConnectUser -Password $password").ToString().ShouldContain("Username");
        Fails("MissingProperty", "New-ConnectUser ben -InstanceArn $instance").ToString().ShouldContain("RoutingProfileArn");
    }

    [Fact]
    public void The_error_of_a_file_names_its_line()
    {
        WriteFile("new.csv", $"""
            Username,InstanceArn,RoutingProfileArn,SecurityProfileArns
            ben,{Simulator.InstanceArn},{RoutingProfiles[0]},{SecurityProfiles[0]}
            mia,{Simulator.InstanceArn},,{SecurityProfiles[0]}
            """);
        ErrorRecord error = Fails("MissingProperty", "Import-ConnectUser $folder/new.csv | New-ConnectUser -Password $password");
        error.ToString().ShouldContain("mia");
        error.ToString().ShouldContain("new.csv:3");
        Calls("CreateResource").ShouldBe(1);
    }

    [Theory]
    [InlineData("-Mobile 07700", "InvalidValue")]
    [InlineData("-PhoneType PHONE", "InvalidValue")]
    [InlineData("-RoutingProfile arn:aws:connect:x", "InvalidArn")]
    [InlineData("-PhoneConfig @{ Nothing = 1 }", "InvalidValue")]
    public void Bad_parameters_fail_once_whatever_the_rows(string parameters, string errorId)
    {
        var result = Invoke($"1..3 | ForEach-Object {{ @{{ Username = \"u$_\"; InstanceArn = $instance; SecurityProfileArns = $security[0]; RoutingProfileArn = $routing[0] }} }} | New-ConnectUser -Password $password {parameters}");
        IdOf(result.AllErrors.ShouldHaveSingleItem()).ShouldBe(errorId);
        Simulator.CallCount.ShouldBe(0);
    }
}
