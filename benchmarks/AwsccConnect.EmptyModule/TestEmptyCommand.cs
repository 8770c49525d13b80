using System.Management.Automation;

namespace AwsccConnect.EmptyModule;

/// <summary>Does nothing: a binary module needs a cmdlet to be one.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Empty")]
public sealed class TestEmptyCommand : PSCmdlet;
