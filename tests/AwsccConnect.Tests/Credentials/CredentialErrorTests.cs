using System.Management.Automation;

namespace AwsccConnect.Tests.Credentials;

/// <summary>A wrong connection parameter is one error, before any call, with a remedy.</summary>
public sealed class CredentialErrorTests : CredentialSession
{
    [Fact]
    public void Missing_credentials_say_what_was_tried_in_order()
    {
        var text = Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2").ToString();
        string[] tried = ["-AccessKey", "-Credential", "-ProfileName", "$StoredAWSCredentials", "AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE", "profile 'default'", "AWS_EC2_METADATA_DISABLED"];
        tried.Select(item => text.IndexOf(item, StringComparison.Ordinal)).ShouldAllBe(index => index > 0);
        tried.Select(item => text.IndexOf(item, StringComparison.Ordinal)).ShouldBeInOrder();
    }

    [Fact]
    public void Missing_Region_says_what_was_tried() =>
        Fails("MissingRegion", "Get-ConnectInstance -Credential $other").ToString().ShouldContain("AWS_REGION");

    [Theory]
    [InlineData("-AccessKey AK", "-SecretKey is missing")]
    [InlineData("-SecretKey my-secret", "-AccessKey is missing")]
    [InlineData("-SessionToken my-secret", "-SessionToken goes with")]
    public void Half_a_set_of_keys_is_an_error_even_where_others_are_at_hand(string parameters, string says)
    {
        var error = Fails("InvalidCredentials", $"$StoredAWSCredentials = $stored; Get-ConnectInstance -Region eu-west-2 {parameters}");
        error.ToString().ShouldContain(says);
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.AuthenticationError);
    }

    [Theory]
    [InlineData("-AccessKey '' -SecretKey ''")]
    [InlineData("-ProfileName ''")]
    [InlineData("-ProfileLocation ''")]
    [InlineData("-Credential $null")]
    [InlineData("-EndpointUrl ''")]
    public void A_parameter_that_came_out_empty_never_means_somebody_elses_credentials(string parameters) =>
        Fails("ParameterArgumentValidationError", $"$StoredAWSCredentials = $stored; Get-ConnectInstance -Region eu-west-2 {parameters}");

    [Fact]
    public void An_unknown_profile_offers_the_nearest_or_all()
    {
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName prodution -ProfileLocation $location").ErrorDetails.RecommendedAction.ShouldBe("Did you mean 'production'?");
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName x -ProfileLocation $location").ErrorDetails.RecommendedAction.ShouldContain("default, production");
    }

    [Fact]
    public void A_profile_location_that_is_not_there_is_named() =>
        Fails("FileNotReadable", "Get-ConnectInstance -Region eu-west-2 -ProfileName production -ProfileLocation (\"$folder/nothing\")").ToString().ShouldContain("nothing");

    [Fact]
    public void A_damaged_file_is_named_without_its_lines()
    {
        File.WriteAllText(Location, "[production]\naws_access_key_id = AKID\nmy-secret-without-a-name\n");
        Fails("FileNotReadable", "Get-ConnectInstance -Region eu-west-2 -ProfileName production -ProfileLocation $location").ToString().ShouldContain("credentials");
    }

    [Fact]
    public void Circles_and_gaps_between_profiles_are_said()
    {
        const string Role = "role_arn = arn:aws:iam::123456789012:role/Admin\nsource_profile =";
        File.AppendAllText(Location, $"\n[a]\n{Role} b\n[b]\n{Role} a\n[gap]\n{Role} nowhere\n[empty]\nregion = eu-west-2\n");
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName a -ProfileLocation $location").ToString().ShouldContain("'a'");
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName gap -ProfileLocation $location").ToString().ShouldContain("nowhere");
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName empty -ProfileLocation $location").ToString().ShouldContain("'empty'");
    }

    [Theory]
    [InlineData("example.com/")]
    [InlineData("x.example.com#")]
    [InlineData("eu west 2")]
    [InlineData("eu-west-2@example.com")]
    public void A_Region_that_would_bend_the_host_name_is_refused(string region)
    {
        Fails("ParameterArgumentTransformationError", "Get-ConnectInstance -Credential $other -Region $bad", ("bad", region));
        SetVariable("AWS_REGION", region);
        Fails("InvalidRequest", "Get-ConnectInstance -Credential $other").ToString().ShouldContain(region);
    }

    [Fact]
    public void A_row_cannot_bend_the_host_name_either()
    {
        var error = Fails(
            "InvalidRequest",
            "[pscustomobject]@{ Username = 'agent'; InstanceArn = 'sales'; Region = 'example.com#' } | Remove-ConnectUser -Force -Credential $other");
        error.ToString().ShouldContain("example.com#");
    }

    [Fact]
    public void An_SSO_profile_without_a_login_names_the_command()
    {
        File.WriteAllText(
            Path.Combine(Folder, "config"),
            "[profile dev]\nsso_session = awsccconnect-test\nsso_account_id = 123456789012\nsso_role_name = Admin\n\n[sso-session awsccconnect-test]\nsso_start_url = https://awsccconnect-test.awsapps.com/start\nsso_region = eu-west-1\n\n"
            + "[profile via]\nrole_arn = arn:aws:iam::123456789012:role/Admin\nsource_profile = dev\n");
        foreach (var profile in new[] { "dev", "via" })
        {
            var error = Fails("LoginRequired", $"Get-ConnectInstance -Region eu-west-2 -ProfileName {profile} -ProfileLocation $location");
            error.ErrorDetails.RecommendedAction.ShouldContain("aws sso login --profile dev");
            error.CategoryInfo.Category.ShouldBe(ErrorCategory.AuthenticationError);
        }
    }

    [Fact]
    public void A_profile_of_aws_login_says_how_to_use_it()
    {
        File.WriteAllText(Path.Combine(Folder, "config"), "[profile console]\nlogin_session = arn:aws:sts::123456789012:assumed-role/Admin/me\n");
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName console -ProfileLocation $location")
            .ErrorDetails.RecommendedAction.ShouldContain("aws configure export-credentials --profile console");
    }

    [Fact]
    public void A_process_that_fails_is_not_quoted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The profile's process is a shell.");
        File.WriteAllText(Path.Combine(Folder, "config"), "[profile tool]\ncredential_process = sh -c \"echo my-secret >&2; exit 3\"\n");
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName tool -ProfileLocation $location").ToString().ShouldContain("credential_process");
    }

    [Fact]
    public void Eight_hundred_rows_fail_once() =>
        Fails("InvalidCredentials", "1..800 | ForEach-Object { [pscustomobject]@{ Username = \"row$_\"; InstanceArn = 'sales' } } | Remove-ConnectUser -Force -Region eu-west-2");
}
