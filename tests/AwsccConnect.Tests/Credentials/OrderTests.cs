namespace AwsccConnect.Tests.Credentials;

/// <summary>Which credentials and which Region are taken when several are there.</summary>
public sealed class OrderTests : CredentialSession
{
    private const string Everything = "$StoredAWSCredentials = $stored; $StoredAWSRegion = 'eu-central-1'; ";

    [Theory]
    [InlineData("-AccessKey AKIDKEYS -SecretKey keys-secret -Credential $other -ProfileName production -ProfileLocation $location", "AKIDKEYS")]
    [InlineData("-AK AKIDKEYS -SK keys-secret", "AKIDKEYS")]
    [InlineData("-Credential $other -ProfileName production -ProfileLocation $location", "AKIDOTHER")]
    [InlineData("-ProfileName production -ProfileLocation $location", "AKIDPRODUCTION")]
    [InlineData("-AWSProfileName production -ProfilesLocation $location", "AKIDPRODUCTION")]
    [InlineData("-ProfileLocation $location", "AKIDDEFAULT")]
    [InlineData("", "AKIDSTORED")]
    public void What_the_command_says_comes_before_what_the_session_has(string parameters, string accessKey)
    {
        SetEnvironmentKeys();
        Callers($"{Everything} Get-ConnectInstance -Region eu-west-2 {parameters}").ShouldBe([$"{accessKey}/eu-west-2/"]);
    }

    [Fact]
    public void The_environment_comes_last_and_is_read_anew()
    {
        SetEnvironmentKeys();
        SetVariable("AWS_REGION", "eu-west-3");
        Callers("Get-ConnectInstance").ShouldBe(["AKIDENVIRONMENT/eu-west-3/"]);
        SetVariable("AWS_ACCESS_KEY_ID", "AKIDCHANGED");
        SetVariable("AWS_SESSION_TOKEN", "environment-token");
        SetVariable("AWS_REGION", "eu-north-1");
        Callers("Get-ConnectInstance").ShouldBe(["AKIDCHANGED/eu-north-1/environment-token"]);
    }

    [Theory]
    [InlineData("-Region eu-west-2 -ProfileName production -ProfileLocation $location", "AKIDPRODUCTION/eu-west-2/")]
    [InlineData("-ProfileName production -ProfileLocation $location", "AKIDPRODUCTION/eu-west-1/")]
    [InlineData("-ProfileName default -ProfileLocation $location", "AKIDDEFAULT/eu-central-1/")]
    [InlineData("", "AKIDSTORED/eu-central-1/")]
    [InlineData("-RegionToCall EU-West-2", "AKIDSTORED/eu-west-2/")]
    public void The_Region_follows_the_same_order(string parameters, string caller)
    {
        SetVariable("AWS_REGION", "us-east-1");
        Callers($"{Everything} Get-ConnectInstance {parameters}").ShouldBe([caller]);
    }

    [Theory]
    [InlineData(null, "us-west-2", "us-west-2")]
    [InlineData("", "us-west-2", "us-west-2")]
    [InlineData("us-east-1", "us-west-2", "us-east-1")]
    public void AWS_DEFAULT_REGION_counts_where_AWS_REGION_is_not_set(string? region, string defaultRegion, string expected)
    {
        SetVariable("AWS_REGION", region);
        SetVariable("AWS_DEFAULT_REGION", defaultRegion);
        Callers("Get-ConnectInstance -AccessKey AKIDKEYS -SecretKey keys-secret").ShouldBe([$"AKIDKEYS/{expected}/"]);
    }

    [Fact]
    public void Several_Regions_are_listed_one_after_another() =>
        Callers("Get-ConnectInstance -Region eu-west-2, eu-central-1 -AccessKey AKIDKEYS -SecretKey keys-secret")
            .ShouldBe(["AKIDKEYS/eu-west-2/", "AKIDKEYS/eu-central-1/"]);

    [Fact]
    public void Several_Regions_are_listed() =>
        Callers("Get-ConnectUser -Region eu-west-2, eu-central-1 -AccessKey AKIDKEYS -SecretKey keys-secret")
            .ShouldBe(["AKIDKEYS/eu-west-2/", "AKIDKEYS/eu-central-1/"], ignoreOrder: true);

    [Theory]
    [InlineData("[pscustomobject]@{ Region = 'eu-west-2'; Name = 'Europe (London)' }")]
    [InlineData("[pscustomobject]@{ SystemName = 'eu-west-2'; DisplayName = 'Europe (London)' }")]
    [InlineData("$endpoint2")]
    public void A_Region_may_be_an_object_as_AWS_Tools_has_it(string region) =>
        Callers(
            $"Get-ConnectInstance -Region ({region}) -AccessKey AKIDKEYS -SecretKey keys-secret",
            ("endpoint2", Amazon.RegionEndpoint.EUWest2)).ShouldBe(["AKIDKEYS/eu-west-2/"]);

    [Fact]
    public void A_splat_written_for_AWS_Tools_works()
    {
        Callers("$common = @{ ProfileName = 'production'; ProfileLocation = $location; Region = 'eu-west-2' }; Get-ConnectInstance @common").ShouldBe(["AKIDPRODUCTION/eu-west-2/"]);
        Callers("$common = @{ StoredCredentials = 'production'; AWSProfilesLocation = $location; RegionToCall = 'eu-west-2' }; Get-ConnectInstance @common").ShouldBe(["AKIDPRODUCTION/eu-west-2/"]);
        Callers("$common = @{ AccessKey = 'AKIDKEYS'; SecretAccessKey = 'keys-secret'; ST = 'keys-token'; Region = 'eu-west-2' }; Get-ConnectInstance @common").ShouldBe(["AKIDKEYS/eu-west-2/keys-token"]);
    }

    [Fact]
    public void The_default_simulator_stands_where_the_environment_does()
    {
        SetEnvironmentKeys();
        var started = Session.Invoke(Everything + "$PSDefaultParameterValues = @{}; $simulator = Start-ConnectSimulator -UserCount 1 -AccessKey AKIDSIMULATOR -SecretKey simulator-secret -SetDefault");
        started.AllErrors.ShouldBeEmpty();
        started.Warnings.Count.ShouldBe(2, "AWS Tools' session variables come first");
        Callers("Get-ConnectInstance -EndpointUrl $endpoint").ShouldBe(["AKIDSTORED/eu-central-1/"]);
        Session.Run("$StoredAWSCredentials = $StoredAWSRegion = $null");
        Session.Run("Get-ConnectUser").Count.ShouldBe(1, "keys that are not the simulator's would be refused");
        Callers("Get-ConnectInstance -EndpointUrl $endpoint").ShouldBe(["AKIDSIMULATOR/eu-west-2/"]);
        Callers("Get-ConnectInstance -EndpointUrl $endpoint -Credential $other -Region eu-west-1").ShouldBe(["AKIDOTHER/eu-west-1/"]);
        Fails("InvalidCredentials", "Get-ConnectUser -ProfileName production -ProfileLocation $location").ToString().ShouldNotContain("AKIDPRODUCTION");

        Session.Run("$simulator | Stop-ConnectSimulator");
        Callers("Get-ConnectInstance -EndpointUrl $endpoint -Region eu-west-3").ShouldBe(["AKIDENVIRONMENT/eu-west-3/"]);
    }
}
