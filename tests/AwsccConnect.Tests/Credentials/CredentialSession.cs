using System.Management.Automation;
using Amazon.PowerShell.Common;
using Amazon.Runtime;
using AwsccConnect.Tests.CloudControl;

namespace AwsccConnect.Tests.Credentials;

/// <summary>
/// A session with no credentials of its own, on a process without any: <c>$endpoint</c> is the fake service's URL and
/// <c>$folder</c> a folder with a credentials file, <c>$location</c>. The test process's copy of the AWS SDK is another
/// than the module's, as that of AWS Tools is.
/// </summary>
[Collection(nameof(ProcessEnvironment))]
public abstract class CredentialSession : IAsyncDisposable
{
    private readonly ProcessEnvironment _environment = new();

    protected CredentialSession()
    {
        Location = Path.Combine(Folder, "credentials");
        File.WriteAllText(Location, "[default]\naws_access_key_id = AKIDDEFAULT\naws_secret_access_key = default-secret\n\n[production]\naws_access_key_id = AKIDPRODUCTION\naws_secret_access_key = production-secret\nregion = eu-west-1\n");
        Session.Run(
            "$PSDefaultParameterValues = @{ '*-Connect*:EndpointUrl' = $endpoint }",
            ("endpoint", Aws.Url),
            ("folder", Folder),
            ("location", Location),
            ("other", new BasicAWSCredentials("AKIDOTHER", "other-secret")),
            ("stored", new AWSPSCredentials(new BasicAWSCredentials("AKIDSTORED", "stored-secret"), "work")));
    }

    protected FakeAws Aws { get; } = new();

    protected ModuleSession Session { get; } = new();

    protected string Folder { get; } = Directory.CreateTempSubdirectory("awsccconnect-").FullName;

    protected string Location { get; }

    public async ValueTask DisposeAsync()
    {
        Session.Run("Stop-ConnectSimulator");
        Session.Dispose();
        await Aws.DisposeAsync();
        _environment.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected void SetEnvironmentKeys()
    {
        SetVariable("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        SetVariable("AWS_SECRET_ACCESS_KEY", "environment-secret");
    }

    protected void SetVariable(string name, string? value) => _environment.Set(name, value);

    /// <summary>Runs a script that must succeed, and returns the caller: <c>access key/Region/session token</c>.</summary>
    protected IReadOnlyList<string> Callers(string script, params (string Name, object? Value)[] variables)
    {
        Session.Run(script, variables);
        return Aws.TakeCallers();
    }

    /// <summary>Runs a script that must end in one error before any call.</summary>
    protected ErrorRecord Fails(string errorId, string script, params (string Name, object? Value)[] variables)
    {
        var result = Session.Invoke(script, variables);
        var error = result.AllErrors.ShouldHaveSingleItem();
        error.FullyQualifiedErrorId.Split(',')[0].ShouldBe(errorId, error.ToString());
        Aws.TakeCallers().ShouldBeEmpty();
        var text = $"{error} {error.ErrorDetails?.RecommendedAction} {error.Exception}";
        text.ShouldNotContain("-secret", Case.Sensitive);
        return error;
    }
}
