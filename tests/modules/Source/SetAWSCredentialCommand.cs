using System.Management.Automation;
using Amazon.PowerShell.Common;
using Amazon.Runtime;

namespace OtherAwsModule;

/// <summary>Does what the command of this name in AWS Tools does: sets the session's credentials and Region.</summary>
[Cmdlet(VerbsCommon.Set, "AWSCredential")]
public sealed class SetAWSCredentialCommand : PSCmdlet
{
    /// <summary>Access key id.</summary>
    [Parameter(Mandatory = true)]
    public string AccessKey { get; set; } = string.Empty;

    /// <summary>Secret access key.</summary>
    [Parameter(Mandatory = true)]
    public string SecretKey { get; set; } = string.Empty;

    /// <summary>System name of the Region.</summary>
    [Parameter]
    public string? Region { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SessionState.PSVariable.Set("StoredAWSCredentials", new AWSPSCredentials(new BasicAWSCredentials(AccessKey, SecretKey), AccessKey));
        if (Region is not null)
        {
            SessionState.PSVariable.Set("StoredAWSRegion", Region);
        }
    }
}
