using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Requests;

/// <summary>A session whose simulator takes a while over each request.</summary>
public abstract class RequestSession : SimulatorTestBase
{
    protected override SimulatorOptions Options => new() { UserCount = 0, HandlerSeconds = 60 };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        SetUserDefaults();
        Run("$PSDefaultParameterValues += @{ 'New-ConnectUser:Password' = $password; 'New-ConnectUser:FirstName' = 'Ada'; 'New-ConnectUser:LastName' = 'Li' }");
    }

    protected static string Text(PSObject item, string property) => item.Properties[property].Value?.ToString() ?? "";

    protected static string Token(PSObject request) => Text(request, "RequestToken");
}
