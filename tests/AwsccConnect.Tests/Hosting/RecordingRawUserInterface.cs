using System.Management.Automation.Host;

namespace AwsccConnect.Tests.Hosting;

/// <summary>A screen buffer that has a size; what else one has is left to a substitute. What is called for every character is sealed, since substitutes record calls.</summary>
public abstract class RecordingRawUserInterface : PSHostRawUserInterface
{
    /// <summary>The buffer's width in columns.</summary>
    public int Width { get; set; } = 120;

    public sealed override Size BufferSize { get => new(Width, 3000); set => Width = value.Width; }

    public sealed override Size WindowSize { get => new(Width, 50); set => Width = value.Width; }

    public sealed override int LengthInBufferCells(char source) => base.LengthInBufferCells(source);

    public sealed override int LengthInBufferCells(string source) => base.LengthInBufferCells(source);

    public sealed override int LengthInBufferCells(string source, int offset) => base.LengthInBufferCells(source, offset);
}
