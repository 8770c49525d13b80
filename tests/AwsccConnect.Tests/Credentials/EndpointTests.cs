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

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_CLOUDCONTROL", null, true, false)]
    [InlineData("AWS_ENDPOINT_URL_CLOUDCONTROL", "AWS_ENDPOINT_URL_CONNECT", true, true)]
    [InlineData("AWS_ENDPOINT_URL", null, true, true)]
    [InlineData("AWS_ENDPOINT_URL", null, false, false)]
    public void Amazon_Connect_is_called_where_it_has_an_endpoint_too(string variable, string? other, bool isOn, bool isCalled)
    {
        SetVariable(variable, Aws.Url);
        SetVariable("AWSCCCONNECT_USE_CONNECT_API", isOn ? null : "false");
        if (other is not null)
        {
            SetVariable(other, Aws.Url);
        }

        var result = Session.Invoke(Call.Replace("Get-ConnectInstance", "Get-ConnectInstance none -Verbose", StringComparison.Ordinal));

        Aws.ConnectCalls.ShouldBe(isCalled ? 1 : 0);
        Aws.TakeCallers().ShouldBe(["AKIDKEYS/eu-west-2/"]);
        string.Join('\n', result.Verbose).ShouldContain("connect:ListInstances cannot be used: " + (isCalled ? "" : isOn ? "only Cloud Control" : "AWSCCCONNECT_USE_CONNECT_API"));
    }

    [Fact]
    public void An_endpoint_of_the_environment_is_held_to_the_rules_of_EndpointUrl()
    {
        SetVariable("AWS_ENDPOINT_URL", "nonsense");
        Fails("InvalidEndpoint", Call).ToString().ShouldContain("AWS_ENDPOINT_URL 'nonsense' is not an http or https URL");
    }
}
