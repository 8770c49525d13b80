using System.Buffers;

namespace AwsccConnect.CloudControl.Protocol;

/// <summary>Bytes of a body that may hold a password: every array that the body has passed through is overwritten in the end.</summary>
internal sealed class ErasingBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = new byte[1024];
    private int _count;

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public byte[] ToArray() => _bytes.AsSpan(0, _count).ToArray();

    public void Dispose() => Array.Clear(_bytes);

    private void Reserve(int size)
    {
        int needed = _count + Math.Max(size, 1);
        if (needed <= _bytes.Length)
        {
            return;
        }

        byte[] larger = new byte[Math.Max(needed, _bytes.Length * 2)];
        _bytes.AsSpan(0, _count).CopyTo(larger);
        Array.Clear(_bytes);
        _bytes = larger;
    }
}
