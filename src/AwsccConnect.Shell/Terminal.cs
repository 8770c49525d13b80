using System.Runtime.InteropServices;

namespace AwsccConnect.Shell;

/// <summary>What the process is connected to.</summary>
internal static class Terminal
{
    private const int FallbackWidth = 120;
    private const int FallbackHeight = 50;

    private static readonly bool MovesCursor = GetMovesCursor();
    private static readonly bool ColorsWanted = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Whether someone can type and see it: input and output are a terminal.</summary>
    public static bool IsInteractive => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Whether lines can be edited with escape sequences.</summary>
    public static bool CanEdit => IsInteractive && MovesCursor;

    /// <summary>Whether standard output shows colours (https://no-color.org).</summary>
    public static bool OutputColors => !Console.IsOutputRedirected && MovesCursor && ColorsWanted;

    /// <summary>Whether standard error shows colours.</summary>
    public static bool ErrorColors => !Console.IsErrorRedirected && MovesCursor && ColorsWanted;

    /// <summary>Whether progress can be drawn on standard error.</summary>
    public static bool CanShowProgress => !Console.IsErrorRedirected && MovesCursor;

    /// <summary>Columns; 120 where the output is no terminal.</summary>
    public static int Width => Measure(() => Console.WindowWidth, FallbackWidth);

    /// <summary>Rows; 50 where the output is no terminal.</summary>
    public static int Height => Measure(() => Console.WindowHeight, FallbackHeight);

    private static int Measure(Func<int> measure, int fallback)
    {
        if (Console.IsOutputRedirected && Console.IsErrorRedirected)
        {
            return fallback;
        }

        try
        {
            return measure() is > 0 and int size ? size : fallback;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return fallback;
        }
    }

    private static bool GetMovesCursor()
    {
        if (OperatingSystem.IsWindows())
        {
            return EnableVirtualTerminal(NativeMethods.StandardOutput) | EnableVirtualTerminal(NativeMethods.StandardError);
        }

        return Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } terminal && terminal != "dumb";
    }

    // The Windows console interprets escape sequences only when asked to.
    private static bool EnableVirtualTerminal(int standardHandle)
    {
        nint handle = NativeMethods.GetStdHandle(standardHandle);
        return NativeMethods.GetConsoleMode(handle, out uint mode)
            && NativeMethods.SetConsoleMode(handle, mode | NativeMethods.EnableVirtualTerminalProcessing);
    }

    private static class NativeMethods
    {
        public const int StandardOutput = -11;
        public const int StandardError = -12;
        public const uint EnableVirtualTerminalProcessing = 0x0004;

        [DllImport("kernel32.dll")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern nint GetStdHandle(int standardHandle);

        [DllImport("kernel32.dll")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool GetConsoleMode(nint handle, out uint mode);

        [DllImport("kernel32.dll")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool SetConsoleMode(nint handle, uint mode);
    }
}
