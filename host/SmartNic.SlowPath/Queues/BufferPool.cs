namespace SmartNic.SlowPath.Queues;

/// <summary>Buffers of one size, used again: what was once needed at a time is kept, and nothing
/// more is allocated.</summary>
internal sealed class BufferPool(int bytes)
{
    private readonly Stack<byte[]> _free = new();

    /// <summary>Size of each buffer in bytes.</summary>
    public int Bytes => bytes;

    public byte[] Take() =>
        _free.TryPop(out byte[]? buffer) ? buffer : GC.AllocateUninitializedArray<byte>(bytes);

    public void Return(byte[] buffer) => _free.Push(buffer);
}
