using System.Management.Automation.Runspaces;

namespace AwsccConnect.Tests.Hosting.Commands;

/// <summary>Stand-ins for cmdlets that pwsh has and the engine's package has not.</summary>
public static class TestCommands
{
    /// <summary>Adds them to a session's commands.</summary>
    public static void Register(InitialSessionState state) => state.Commands.Add(
    [
        new SessionStateCmdletEntry("Select-Object", typeof(SelectObjectCommand), helpFileName: null),
        new SessionStateCmdletEntry("Import-Csv", typeof(ImportCsvCommand), helpFileName: null),
        new SessionStateCmdletEntry("Export-Csv", typeof(ExportCsvCommand), helpFileName: null),
        new SessionStateCmdletEntry("ConvertTo-SecureString", typeof(ConvertToSecureStringCommand), helpFileName: null),
    ]);
}
