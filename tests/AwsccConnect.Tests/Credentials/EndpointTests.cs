namespace AwsccConnect.Tests.Credentials;

/// <summary>The endpoint that the environment names.</summary>
public sealed class EndpointTests : CredentialSession
{
    private const string Call = "$PSDefaultParameterValues = @{}; Get-ConnectInstance -AccessKey AKIDKEYS -SecretKey keys-secret -Region eu-west-2";

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_CLOUDCONTROL")]
    [InlineData("AWS_ENDPOINT_URL")]
    public void A_variable_without_a_value_counts_as_absent(string empty)
    {
        SetVariable("AWS_ENDPOINT_URL_CLOUDCONTROL", Aws.Url);
        SetVariable("AWS_ENDPOINT_URL", Aws.Url);
        SetVariable(empty, string.Empty);
        Callers(Call).ShouldBe(["AKIDKEYS/eu-west-2/"]);
    }

    [Fact]
    public void An_endpoint_of_the_environment_is_held_to_the_rules_of_EndpointUrl()
    {
        SetVariable("AWS_ENDPOINT_URL", "nonsense");
        Fails("InvalidEndpoint", Call).ToString().ShouldContain("AWS_ENDPOINT_URL 'nonsense' is not an http or https URL");
    }
}
