using System.Management.Automation;
using System.Security;
using System.Text.RegularExpressions;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>The ways a new user gets its password, and where it must not appear.</summary>
public sealed class NewPasswordTests : SimulatorTestBase
{
    private const string Row = "@{ Username = 'ben'; InstanceArn = $instance; RoutingProfileArn = $routing[0]; SecurityProfileArns = $security[0] }";
    private const string Flat = "-InstanceArn $instance -RoutingProfile $routing[0] -SecurityProfile $security[0]";

    [Fact]
    public void A_password_is_sent_and_never_returned()
    {
        PSObject user = Run($"New-ConnectUser ben {Flat} -Password $password").Single();
        Simulator.CheckPassword(Simulator.FindUser("ben")!, "Correct7Horse").ShouldBeTrue();
        user.Properties["Password"].Value.ShouldBeNull();
        user.Properties["InitialCredential"].ShouldBeNull();
    }

    [Fact]
    public void A_credential_gives_username_and_password()
    {
        Run($"New-ConnectUser {Flat} -InitialCredential ([pscredential]::new('ben', $password))");
        Simulator.CheckPassword(Simulator.FindUser("ben")!, "Correct7Horse").ShouldBeTrue();
        Fails("InvalidValue", $"New-ConnectUser mia {Flat} -InitialCredential ([pscredential]::new('ben', $password))").ToString().ShouldContain("ben");
    }

    [Fact]
    public void A_generated_password_conforms_is_returned_once_and_works()
    {
        PSObject[] users = [.. Run("'ben', 'mia' | ForEach-Object { @{ Username = $_ } } | New-ConnectUser -GeneratePassword " + Flat)];
        List<string> passwords = [];
        foreach (PSObject user in users)
        {
            PSCredential credential = user.Properties["InitialCredential"].Value.ShouldBeOfType<PSCredential>();
            credential.UserName.ShouldBe((string)user.Properties["Username"].Value);
            string password = credential.GetNetworkCredential().Password;
            Regex.IsMatch(password, "^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,64}$").ShouldBeTrue();
            Simulator.CheckPassword(Simulator.FindUser(credential.UserName)!, password).ShouldBeTrue();
            passwords.Add(password);
        }

        passwords.Distinct().Count().ShouldBe(2);
        Run("Get-ConnectUser -Username ben").Single().Properties["InitialCredential"].ShouldBeNull();
    }

    [Fact]
    public void With_NoWait_the_generated_password_comes_with_the_request()
    {
        PSObject request = Run($"New-ConnectUser ben {Flat} -GeneratePassword -NoWait").Single();
        string password = request.Properties["InitialCredential"].Value.ShouldBeOfType<PSCredential>().GetNetworkCredential().Password;
        Simulator.CheckPassword(Simulator.FindUser("ben")!, password).ShouldBeTrue();
    }

    [Theory]
    [InlineData("-Password $password -GeneratePassword")]
    [InlineData("-Password $password -InitialCredential ([pscredential]::new('ben', $password))")]
    [InlineData("-GeneratePassword -InitialCredential ([pscredential]::new('ben', $password))")]
    public void The_ways_exclude_each_other(string parameters)
    {
        Fails("InvalidValue", $"New-ConnectUser {Flat} {parameters}");
        Simulator.CallCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("short7A")]
    [InlineData("nodigitsHere")]
    [InlineData("NOLOWER777")]
    [InlineData("noupper777")]
    public void A_weak_password_is_refused_before_any_call_and_not_shown(string weak)
    {
        ErrorRecord error = Fails("WeakPassword", $"New-ConnectUser ben {Flat} -Password (ConvertTo-SecureString $weak -AsPlainText)", ("weak", weak));
        error.ToString().ShouldNotContain(weak);
        Simulator.CallCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("Password")]
    [InlineData("password")]
    public void A_password_column_is_an_error(string column)
    {
        ErrorRecord error = Fails("PlainTextPassword", $"$row = {Row}; $row.{column} = 'Correct7Horse'; [pscustomobject]$row | New-ConnectUser");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.SecurityError);
        error.ToString().ShouldNotContain("Correct7Horse");
        error.TargetObject.ShouldBeOfType<PSObject>().Properties[column].Value.ShouldBe("***");
        error.ErrorDetails.RecommendedAction.ShouldContain("-AllowPlainTextPassword");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void A_password_column_is_accepted_when_allowed()
    {
        Run($"$row = {Row}; $row.Password = 'Correct7Horse'; [pscustomobject]$row | New-ConnectUser -AllowPlainTextPassword");
        Simulator.CheckPassword(Simulator.FindUser("ben")!, "Correct7Horse").ShouldBeTrue();
    }

    [Fact]
    public void A_SecureString_in_a_row_needs_no_consent()
    {
        Run($"$row = {Row}; $row.Password = $password; $row | New-ConnectUser");
        Simulator.CheckPassword(Simulator.FindUser("ben")!, "Correct7Horse").ShouldBeTrue();
    }

    [Fact]
    public void Import_ConnectUser_turns_an_allowed_column_into_SecureStrings()
    {
        WriteFile("new.csv", $"""
            Username,Password,InstanceArn,RoutingProfileArn,SecurityProfileArns
            ben,Correct7Horse,{Simulator.InstanceArn},{RoutingProfiles[0]},{SecurityProfiles[0]}
            """);
        Fails("PlainTextPassword", "Import-ConnectUser $folder/new.csv").ToString().ShouldNotContain("Correct7Horse");
        Run("$rows = @(Import-ConnectUser $folder/new.csv -AllowPlainTextPassword)");
        Run("$rows[0].Password").Single().BaseObject.ShouldBeOfType<SecureString>();
        Run("$rows | New-ConnectUser");
        Simulator.CheckPassword(Simulator.FindUser("ben")!, "Correct7Horse").ShouldBeTrue();
    }

    [Fact]
    public void The_command_lines_password_wins_over_the_column()
    {
        Run($"$row = {Row}; $row.Password = 'Other7Horse'; [pscustomobject]$row | New-ConnectUser -AllowPlainTextPassword -Password $password");
        Simulator.CheckPassword(Simulator.FindUser("ben")!, "Correct7Horse").ShouldBeTrue();
    }

    [Fact]
    public void No_stream_ever_has_the_password()
    {
        Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.HandlerError, Operation = "CreateResource", ErrorCode = "InvalidRequest", Count = 1 });
        var result = Invoke($"$DebugPreference = 'Continue'; New-ConnectUser ben {Flat} -Password $password -Verbose; New-ConnectUser ben {Flat} -Password $password -Verbose");
        result.AllErrors.Count.ShouldBe(1);
        result.Verbose.Concat(result.Debug).Concat(result.Warnings).Concat(result.AllErrors.Select(error => error.Exception.ToString()))
            .ShouldNotContain(text => text.Contains("Correct7Horse"));
    }
}
