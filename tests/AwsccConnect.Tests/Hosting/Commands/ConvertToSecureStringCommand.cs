using System.Management.Automation;
using System.Security;

namespace AwsccConnect.Tests.Hosting.Commands;

/// <summary>ConvertTo-SecureString -AsPlainText.</summary>
[Cmdlet(VerbsData.ConvertTo, "SecureString")]
public sealed class ConvertToSecureStringCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string String { get; set; } = string.Empty;

    [Parameter(Mandatory = true)]
    public SwitchParameter AsPlainText { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        SecureString secure = new();
        foreach (char character in String)
        {
            secure.AppendChar(character);
        }

        secure.MakeReadOnly();
        WriteObject(secure);
    }
}
