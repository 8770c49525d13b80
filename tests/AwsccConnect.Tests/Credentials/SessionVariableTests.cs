using System.Runtime.Loader;
using Amazon.PowerShell.Common;
using Amazon.Runtime;

namespace AwsccConnect.Tests.Credentials;

/// <summary>The session variables of AWS Tools, read as AWS Tools reads them.</summary>
public sealed class SessionVariableTests : CredentialSession
{
    [Theory]
    [InlineData("$StoredAWSCredentials = $stored; Get-ConnectInstance -Region eu-west-2")]
    [InlineData("$global:StoredAWSCredentials = $stored; & { Get-ConnectInstance -Region eu-west-2 }")]
    [InlineData("& { $local:StoredAWSCredentials = $stored; Get-ConnectInstance -Region eu-west-2 }")]
    [InlineData("function Use-It { Get-ConnectInstance -Region eu-west-2 }; & { $StoredAWSCredentials = $stored; Use-It }")]
    [InlineData("$global:keep = $stored; New-Module { $script:StoredAWSCredentials = $keep; function Use-Own { Get-ConnectInstance -Region eu-west-2 -EndpointUrl $endpoint } } | Import-Module; Use-Own")]
    public void The_callers_scope_decides(string script) => Callers(script).ShouldBe(["AKIDSTORED/eu-west-2/"]);

    [Fact]
    public void A_scope_that_has_ended_says_nothing_more()
    {
        SetEnvironmentKeys();
        Callers("& { $StoredAWSCredentials = $stored; $StoredAWSRegion = 'eu-west-1'; Get-ConnectInstance }; Get-ConnectInstance -Region eu-west-2")
            .ShouldBe(["AKIDSTORED/eu-west-1/", "AKIDENVIRONMENT/eu-west-2/"]);
    }

    [Fact]
    public void The_copies_of_the_SDK_are_different_ones()
    {
        AssemblyLoadContext.GetLoadContext(typeof(AWSCredentials).Assembly).ShouldBe(AssemblyLoadContext.Default);
        Callers("Get-ConnectInstance -Region eu-west-2 -Credential $other").ShouldBe(["AKIDOTHER/eu-west-2/"]);
        AssemblyLoadContext.All
            .Where(context => context.Name?.StartsWith("AwsccConnect", StringComparison.Ordinal) == true)
            .SelectMany(context => context.Assemblies)
            .ShouldContain(assembly => assembly.GetName().Name == "AWSSDK.Core" && assembly != typeof(AWSCredentials).Assembly);
    }

    [Fact]
    public void Keys_that_expire_are_refreshed_within_one_command()
    {
        Aws.Pages = 4;
        Callers("$StoredAWSCredentials = $rotating; Get-ConnectInstance -Region eu-west-2", ("rotating", new AWSPSCredentials(new RotatingCredentials(), "role")))
            .Select(caller => caller.Split('/')[0]).Distinct().Count().ShouldBe(4);
        Callers("Get-ConnectInstance -Region eu-west-2 -Credential $rotating", ("rotating", new RotatingCredentials())).Distinct().Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("work")]
    [InlineData(42)]
    public void A_variable_that_holds_something_else_is_one_error(object value)
    {
        SetEnvironmentKeys();
        Fails("InvalidCredentials", "$StoredAWSCredentials = $value; Get-ConnectInstance -Region eu-west-2", ("value", value))
            .ToString().ShouldContain("$StoredAWSCredentials");
    }

    [Fact]
    public void A_Region_that_is_no_text_is_passed_over() =>
        Fails("MissingRegion", "$StoredAWSCredentials = $stored; $StoredAWSRegion = 42; Get-ConnectInstance").ToString().ShouldContain("$StoredAWSRegion");

    [Fact]
    public void Anonymous_credentials_are_one_error() =>
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -Credential $anonymous", ("anonymous", new AnonymousAWSCredentials()))
            .ToString().ShouldContain("-Credential");

    [Fact]
    public void A_PSCredential_is_no_AWS_credentials_object()
    {
        Session.Run("$secret = [securestring]::new()");
        Fails("InvalidCredentials", "Get-ConnectInstance -Region eu-west-2 -Credential ([pscredential]::new('me', $secret))").ToString().ShouldContain("PSCredential");
    }

    [Fact]
    public void Other_runspaces_have_variables_of_their_own()
    {
        Session.Run("$StoredAWSCredentials = $stored");
        using ModuleSession other = new();
        other.Invoke("Get-ConnectInstance -Region eu-west-2 -EndpointUrl $endpoint", ("endpoint", Aws.Url)).AllErrors.ShouldHaveSingleItem().ToString().ShouldContain("No AWS credentials");
        Aws.TakeCallers().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "AKIDSTORED/eu-central-1/")]
    [InlineData("-Region eu-west-2 ", "AKIDSTORED/eu-west-2/")]
    [InlineData("-Credential $other ", "AKIDOTHER/eu-central-1/")]
    [InlineData("-ProfileName production -ProfileLocation $location ", "AKIDPRODUCTION/eu-west-1/")]
    public void Completion_uses_them_too(string parameters, string caller)
    {
        SetEnvironmentKeys();
        SetVariable("AWS_REGION", "us-east-1");
        Session.Run("Set-StrictMode -Version Latest; $StoredAWSCredentials = $stored; $StoredAWSRegion = 'eu-central-1'");
        CallersOfTab($"Get-ConnectUser {parameters}-InstanceArn ").ShouldBe([caller]);
    }

    [Fact]
    public void Completion_tells_credentials_apart()
    {
        Session.Run("$StoredAWSRegion = 'eu-central-1'; $StoredAWSCredentials = $stored");
        CallersOfTab("Get-ConnectUser -InstanceArn ").ShouldBe(["AKIDSTORED/eu-central-1/"]);
        Session.Run("$StoredAWSCredentials = $other");
        CallersOfTab("Get-ConnectUser -InstanceArn ").ShouldBe(["AKIDOTHER/eu-central-1/"], "what one account has is not offered for another");
    }

    private IReadOnlyList<string> CallersOfTab(string line)
    {
        Session.Run("$null = TabExpansion2 -inputScript $line -cursorColumn $line.Length", ("line", line));
        IReadOnlyList<string> callers = [];
        SpinWait.SpinUntil(() => (callers = Aws.TakeCallers()).Count > 0, TimeSpan.FromSeconds(10));
        return callers;
    }
}
