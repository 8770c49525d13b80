namespace AwsccConnect.Tests.Credentials;

/// <summary>Profiles of roles: the role is assumed once for many commands, and the host prompts for codes.</summary>
public sealed class MfaTests : CredentialSession
{
    private const string Device = "arn:aws:iam::123456789012:mfa/me";

    public MfaTests()
    {
        SetVariable("AWS_ENDPOINT_URL_STS", Aws.Url);
        File.AppendAllText(
            Location,
            $"\n[plain]\nrole_arn = arn:aws:iam::123456789012:role/Plain\nsource_profile = default\n"
            + $"\n[guarded]\nrole_arn = arn:aws:iam::123456789012:role/Guarded\nsource_profile = default\nmfa_serial = {Device}\n"
            + "\n[nested]\nrole_arn = arn:aws:iam::123456789012:role/Nested\nsource_profile = guarded\n"
            + "\n[forbidden]\nrole_arn = arn:aws:iam::123456789012:role/Forbidden\nsource_profile = default\n");
    }

    [Fact]
    public void A_role_is_assumed_once_until_its_keys_expire()
    {
        Callers("1..3 | ForEach-Object { Get-ConnectInstance -Region eu-west-2 -ProfileName plain -ProfileLocation $location }")
            .Distinct().ShouldBe(["AKIDPLAIN1/eu-west-2/role-token"]);
        Aws.KeyRequests.ShouldBe(["AssumeRole Plain"]);
    }

    [Fact]
    public void A_changed_profile_is_read_anew()
    {
        Callers("Get-ConnectInstance -Region eu-west-2 -ProfileName plain -ProfileLocation $location").ShouldBe(["AKIDPLAIN1/eu-west-2/role-token"]);
        File.WriteAllText(Location, File.ReadAllText(Location).Replace("role/Plain", "role/Other", StringComparison.Ordinal));
        Callers("Get-ConnectInstance -Region eu-west-2 -ProfileName plain -ProfileLocation $location").ShouldBe(["AKIDOTHER2/eu-west-2/role-token"]);
    }

    [Fact]
    public void The_code_is_prompted_for_once()
    {
        Session.UI.LineAnswers.Enqueue("123456");
        Callers("1..2 | ForEach-Object { Get-ConnectInstance -Region eu-west-2, eu-west-1 -ProfileName guarded -ProfileLocation $location }").Count.ShouldBe(4);
        var prompt = Session.UI.Prompts.ShouldHaveSingleItem();
        prompt.ShouldContain("'guarded'");
        prompt.ShouldContain(Device);
        Aws.KeyRequests.ShouldBe(["AssumeRole Guarded 123456"]);
    }

    [Fact]
    public void Many_rows_at_once_ask_once()
    {
        Session.UI.LineAnswers.Enqueue("123456");
        var result = Session.Invoke(
            "1..40 | ForEach-Object { \"arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555/agent/11111111-2222-3333-4444-$($_.ToString('d12'))\" }"
            + " | Get-ConnectUser -ProfileName guarded -ProfileLocation $location -TimeoutSeconds 2 -ErrorAction SilentlyContinue");
        result.ErrorIds.ShouldNotContain(id => id.StartsWith("InvalidCredentials", StringComparison.Ordinal));
        Session.UI.Prompts.ShouldHaveSingleItem();
        Aws.TakeCallers().Select(caller => caller.Split('/')[0]).Distinct().ShouldBe(["AKIDGUARDED1"]);
    }

    [Fact]
    public void The_code_of_a_source_profile_is_prompted_for()
    {
        Session.UI.LineAnswers.Enqueue("654321");
        Callers("Get-ConnectInstance -Region eu-west-2 -ProfileName nested -ProfileLocation $location").ShouldBe(["AKIDNESTED2/eu-west-2/role-token"]);
        Aws.KeyRequests.ShouldBe(["AssumeRole Guarded 654321", "AssumeRole Nested"]);
    }

    [Fact]
    public void A_host_that_cannot_ask_is_one_error() =>
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName guarded -ProfileLocation $location").ToString().ShouldContain("cannot prompt");

    [Fact]
    public void An_empty_response_is_one_error()
    {
        Session.UI.LineAnswers.Enqueue("  ");
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName guarded -ProfileLocation $location").ToString().ShouldContain("No MFA code");
        Aws.KeyRequests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("forbidden")]
    [InlineData("beyond")]
    public void A_role_that_may_not_be_assumed_is_one_error_in_the_words_of_AWS(string profile)
    {
        File.AppendAllText(Location, "\n[beyond]\nrole_arn = arn:aws:iam::123456789012:role/Beyond\nsource_profile = forbidden\n");
        var error = Fails("InvalidCredentials", $"Get-ConnectInstance -Region eu-west-2 -ProfileName {profile} -ProfileLocation $location");
        error.ToString().ShouldBe(
            $"The AWS profile '{profile}' gives no credentials: User: arn:aws:iam::123456789012:user/me is not authorized to perform: "
            + "sts:AssumeRole on resource: arn:aws:iam::123456789012:role/Forbidden.");
        error.ErrorDetails.RecommendedAction.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void The_words_of_AWS_are_quoted_without_keys()
    {
        File.AppendAllText(Location, "\n[unsigned]\nrole_arn = arn:aws:iam::123456789012:role/Unsigned\nsource_profile = default\n");
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -ProfileName unsigned -ProfileLocation $location").ToString()
            .ShouldBe("The AWS profile 'unsigned' gives no credentials: The signature of *** does not match. Check ***.");
    }
}
