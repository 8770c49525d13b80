using System.Management.Automation.Host;

namespace AwsccConnect.Shell;

/// <summary>The terminal's size and keys; there is no access to the screen's contents.</summary>
internal sealed class ShellRawUserInterface : PSHostRawUserInterface
{
    // Colours go out as escape sequences; these two only answer scripts that ask.
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override Size BufferSize
    {
        get => new(Terminal.Width, Terminal.Height);
        set => throw NotSupported();
    }

    public override Coordinates CursorPosition
    {
        get => throw NotSupported();
        set => throw NotSupported();
    }

    public override int CursorSize { get; set; } = 25;

    public override bool KeyAvailable => Terminal.IsInteractive && Console.KeyAvailable;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Size MaxWindowSize => BufferSize;

    public override Coordinates WindowPosition { get; set; }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw NotSupported();
    }

    public override string WindowTitle { get; set; } = "AwsccConnect";

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!Terminal.IsInteractive)
        {
            throw NotSupported();
        }

        ConsoleKeyInfo key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotSupported();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NotSupported();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotSupported();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotSupported();

    private static HostException NotSupported() => new("This shell does not support that.");
}
