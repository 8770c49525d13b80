using Amazon.Runtime.CredentialManagement;

namespace AwsccConnect.Session;

/// <summary>The connection settings of the command line and the session. Holds secrets: never printed.</summary>
internal sealed class ConnectionSettings
{
    /// <summary>Access key id.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Secret access key.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Session token of temporary keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Name of a profile of the AWS configuration files.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Path of another credentials file.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>An AWS credentials object, of this module's SDK or another's.</summary>
    public object? Credential { get; init; }

    /// <summary>The value of the session variable <c>$StoredAWSCredentials</c> of AWS Tools.</summary>
    public object? StoredCredentials { get; init; }

    /// <summary>The value of the session variable <c>$StoredAWSRegion</c> of AWS Tools: a Region's system name.</summary>
    public string? StoredRegion { get; init; }

    /// <summary>Endpoint instead of the Region's own.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>Ends the search for credentials and Region when the command is stopped.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Prompts for codes of multi-factor devices; null where no prompt is possible.</summary>
    public MfaPrompt? Prompt { get; init; }

    /// <summary>The profile that the command line names; null where it names none. Throws where there is no such profile.</summary>
    public CredentialProfile? FindGivenProfile() => ProfileName is null && ProfileLocation is null
        ? null
        : ProfileCredentials.Find(ProfileName ?? DefaultCredentials.ProfileName, ProfileLocation);

    public override string ToString() => "ConnectionSettings";
}
