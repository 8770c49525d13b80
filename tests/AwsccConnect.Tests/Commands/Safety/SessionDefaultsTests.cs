using System.Management.Automation;
using AwsccConnect.Tests.CloudControl;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>Credentials, Region and endpoint: where they come from, and the one error when they do not.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class SessionDefaultsTests : IDisposable
{
    private const string Rows = "1..800 | ForEach-Object { [pscustomobject]@{ Username = \"row$_\"; InstanceArn = 'arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555' } }";
    private readonly Dictionary<string, string?> _before = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("awsccconnect-").FullName;

    public SessionDefaultsTests()
    {
        Set("AWS_CONFIG_FILE", Path.Combine(_folder, "config"));
        Set("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_folder, "credentials"));
        Set("AWS_EC2_METADATA_DISABLED", "true");
        foreach (string name in new[]
        {
            "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_CLOUDCONTROL", "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
        })
        {
            Set(name, null);
        }
    }

    public void Dispose()
    {
        using (ModuleSession session = new())
        {
            session.Run("Stop-ConnectSimulator");
        }

        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void SetDefault_points_every_command_at_the_simulator_until_it_is_stopped()
    {
        using ModuleSession session = new();
        session.Run("$simulator = Start-ConnectSimulator -UserCount 4 -SetDefault");
        session.Run("Get-ConnectUser").Count.ShouldBe(4);
        session.Run("Get-ConnectInstance").Count.ShouldBe(1);
        session.Run("Get-ConnectUser -First 1 | Set-ConnectUser -FirstName Changed -PassThru").ShouldHaveSingleItem().Properties["FirstName"].Value.ShouldBe("Changed");

        using (ModuleSession other = new())
        {
            other.Run("Get-ConnectUser").Count.ShouldBe(4, "another runspace of the process sees the same");
        }

        session.Run("Stop-ConnectSimulator");
        session.Invoke("Get-ConnectUser").AllErrors.ShouldHaveSingleItem().FullyQualifiedErrorId.ShouldStartWith("MissingRegion,");
    }

    [Fact]
    public void Parameters_come_before_the_defaults()
    {
        using ModuleSession session = new();
        session.Run("$other = Start-ConnectSimulator -UserCount 2 -Region us-east-1 -Seed 7");
        session.Run("$simulator = Start-ConnectSimulator -UserCount 4 -SetDefault");
        session.Run("Get-ConnectUser -EndpointUrl $other.Url -Region us-east-1").Count.ShouldBe(2);
        session.Run("Get-ConnectUser").Count.ShouldBe(4);
        session.Run("$other | Stop-ConnectSimulator");
        session.Run("Get-ConnectUser").Count.ShouldBe(4, "stopping another simulator takes nothing back");
    }

    [Fact]
    public void The_latest_SetDefault_holds_and_stopping_it_ends_the_defaults()
    {
        using ModuleSession session = new();
        session.Run("$first = Start-ConnectSimulator -UserCount 2 -SetDefault; $second = Start-ConnectSimulator -UserCount 3 -SetDefault");
        session.Run("Get-ConnectUser").Count.ShouldBe(3);
        session.Run("$second | Stop-ConnectSimulator");
        session.Invoke("Get-ConnectUser").AllErrors.ShouldHaveSingleItem().FullyQualifiedErrorId.ShouldStartWith("MissingRegion,");
    }

    [Fact]
    public void Signatures_are_right_when_the_simulator_has_keys()
    {
        using ModuleSession session = new();
        session.Run("$simulator = Start-ConnectSimulator -UserCount 2 -AccessKey AKIDEXAMPLE -SecretKey right -SetDefault");
        session.Run("Get-ConnectUser").Count.ShouldBe(2);
        ShouldBeOneError(
            session.Invoke("Get-ConnectUser -AccessKey AKIDEXAMPLE -SecretKey wrong"), "InvalidCredentials", ErrorCategory.AuthenticationError, "-SecretKey");
    }

    [Theory]
    [InlineData("New-ConnectUser")]
    [InlineData("Set-ConnectUser -FirstName X")]
    [InlineData("Remove-ConnectUser -Force")]
    [InlineData("Get-ConnectUser")]
    public void Without_credentials_there_is_one_error(string command)
    {
        using ModuleSession session = new();
        string more = command.StartsWith("New", StringComparison.Ordinal) ? Required : string.Empty;
        ShouldBeOneError(
            session.Invoke($"{Rows} | {command} {more} -Region eu-west-2"), "InvalidCredentials", ErrorCategory.AuthenticationError, "Start-ConnectSimulator -SetDefault");
    }

    [Fact]
    public void An_unknown_profile_is_named_with_the_nearest_known()
    {
        File.WriteAllText(Path.Combine(_folder, "credentials"), "[production]\naws_access_key_id = AK\naws_secret_access_key = SK\n");
        using ModuleSession session = new();
        ErrorRecord error = ShouldBeOneError(
            session.Invoke($"{Rows} | New-ConnectUser {Required} -ProfileName prodution -ProfileLocation $location -Region eu-west-2", ("location", Path.Combine(_folder, "credentials"))), "InvalidCredentials", ErrorCategory.AuthenticationError, "production");
        error.ToString().ShouldContain("prodution");
    }

    [Fact]
    public void A_profile_gives_keys_and_Region()
    {
        File.WriteAllText(Path.Combine(_folder, "credentials"), "[lab]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = right\nregion = eu-west-2\n");
        using ModuleSession session = new();
        session.Run("$simulator = Start-ConnectSimulator -UserCount 2 -AccessKey AKIDEXAMPLE -SecretKey right");
        session.Run(
            "Get-ConnectUser -ProfileName lab -ProfileLocation $location -EndpointUrl $simulator.Url", ("location", Path.Combine(_folder, "credentials"))).Count.ShouldBe(2);
    }

    [Fact]
    public void The_environment_gives_keys_Region_and_endpoint()
    {
        using ModuleSession session = new();
        string url = session.Run("($simulator = Start-ConnectSimulator -UserCount 2 -AccessKey AKIDEXAMPLE -SecretKey right).Url").ShouldHaveSingleItem().ToString();
        Set("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        Set("AWS_SECRET_ACCESS_KEY", "right");
        Set("AWS_REGION", "eu-west-2");
        Set("AWS_ENDPOINT_URL_CLOUDCONTROL", url);
        session.Run("Get-ConnectUser").Count.ShouldBe(2);
    }

    [Fact]
    public void Without_a_Region_there_is_one_error()
    {
        using ModuleSession session = new();
        ShouldBeOneError(session.Invoke("Get-ConnectUser -AccessKey AK -SecretKey SK"), "MissingRegion", ErrorCategory.InvalidArgument, "-Region");
        ShouldBeOneError(
            session.Invoke($"1..800 | ForEach-Object {{ [pscustomobject]@{{ Username = \"row$_\"; InstanceArn = 'sales' }} }} | New-ConnectUser {Required} -AccessKey AK -SecretKey SK"),
            "MissingRegion", ErrorCategory.InvalidArgument, "-Region");
    }

    [Theory]
    [InlineData("http://example.com", "plain http")]
    [InlineData("http://10.0.0.1:8080", "plain http")]
    [InlineData("http://127.0.0.1.example.com", "plain http")]
    [InlineData("nonsense", "not an http or https URL")]
    [InlineData("ftp://127.0.0.1", "not an http or https URL")]
    public void An_endpoint_that_keys_must_not_go_to_is_one_error(string endpoint, string says)
    {
        using ModuleSession session = new();
        ErrorRecord error = ShouldBeOneError(
            session.Invoke($"{Rows} | New-ConnectUser {Required} -AccessKey AK -SecretKey SK -EndpointUrl '{endpoint}'"), "InvalidEndpoint", ErrorCategory.InvalidArgument, "https");
        error.ToString().ShouldContain(says);
        error.ToString().ShouldContain(endpoint);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_CLOUDCONTROL")]
    public void The_environments_endpoint_is_held_to_the_same_rule(string variable)
    {
        Set(variable, "http://example.com");
        using ModuleSession session = new();
        ShouldBeOneError(
            session.Invoke("Get-ConnectUser -AccessKey AK -SecretKey SK -Region eu-west-2 -TimeoutSeconds 2"), "InvalidEndpoint", ErrorCategory.InvalidArgument, "https");
    }

    [Fact]
    public void Half_a_key_pair_is_one_error()
    {
        using ModuleSession session = new();
        ShouldBeOneError(session.Invoke("Get-ConnectUser -AccessKey AK -Region eu-west-2"), "InvalidCredentials", ErrorCategory.AuthenticationError, "both");
        ShouldBeOneError(session.Invoke("Get-ConnectUser -SecretKey SK -Region eu-west-2"), "InvalidCredentials", ErrorCategory.AuthenticationError, "both");
    }

    private const string Required =
        "-RoutingProfile 'arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555/routing-profile/11111111-2222-3333-4444-555555555555' "
        + "-SecurityProfile 'arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555/security-profile/11111111-2222-3333-4444-555555555555'";

    private static ErrorRecord ShouldBeOneError(InvocationResult result, string id, ErrorCategory category, string remedy)
    {
        ErrorRecord error = result.AllErrors.ShouldHaveSingleItem();
        error.FullyQualifiedErrorId.ShouldStartWith(id + ",");
        error.CategoryInfo.Category.ShouldBe(category);
        error.ErrorDetails.RecommendedAction.ShouldContain(remedy);
        result.Output.ShouldBeEmpty();
        return error;
    }

    private void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
