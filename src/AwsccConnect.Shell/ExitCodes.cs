namespace AwsccConnect.Shell;

/// <summary>The process exit codes, those of pwsh (about_Pwsh).</summary>
internal static class ExitCodes
{
    /// <summary>The script or command succeeded.</summary>
    public const int Success = 0;

    /// <summary>An uncaught terminating error, or the last statement of -Command failed.</summary>
    public const int Failure = 1;

    /// <summary>The shell's own arguments are wrong (EX_USAGE of sysexits.h).</summary>
    public const int Usage = 64;

    /// <summary>Stopped by Ctrl+C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by SIGTERM: 128 + SIGTERM.</summary>
    public const int Terminated = 143;
}
