namespace AwsccConnect.Session;

/// <summary>
/// The session variables that AWS Tools' <c>Set-AWSCredential</c> and <c>Set-DefaultAWSRegion</c> set, as the caller's
/// scope sees them.
/// </summary>
internal static class SessionVariables
{
    private const string Credentials = "StoredAWSCredentials";
    private const string Region = "StoredAWSRegion";

    /// <summary>Reads the credentials' variable; on the pipeline thread.</summary>
    public static object? ReadCredentials(PSCmdlet cmdlet) => PSValue.BaseOf(cmdlet.GetVariableValue(Credentials));

    /// <summary>Reads the Region's variable; on the pipeline thread. AWS Tools ignores other types than string, and so does this.</summary>
    public static string? ReadRegion(PSCmdlet cmdlet) => RegionOf(cmdlet.GetVariableValue(Region));

    /// <summary>The Region in the value of the Region's variable.</summary>
    public static string? RegionOf(object? value) => PSValue.BaseOf(value) is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
