using SmartNic.Driver;

namespace SmartNic.Sim.Model;

/// <summary>Frames that left a model and were not fetched yet. Once it has grown to what a round
/// takes, it allocates nothing.</summary>
/// <param name="maxBytes">Bytes of all frames together.</param>
public sealed class FrameList(int maxBytes)
{
    private readonly List<Entry> _entries = [];
    private byte[] _bytes = new byte[Math.Min(maxBytes, 1 << 20)];
    private int _used;

    /// <summary>Copies a frame behind the others; a <see cref="FrameOutput"/>.</summary>
    /// <returns>False when there is no room.</returns>
    public bool TryAdd(PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame)
    {
        if (frame.Length > maxBytes - _used)
        {
            return false;
        }

        if (_used + frame.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(2L * _bytes.Length, maxBytes));
        }

        frame.CopyTo(_bytes.AsSpan(_used));
        _entries.Add(new Entry(port, timeNs, tag, _used, frame.Length));
        _used += frame.Length;
        return true;
    }

    /// <summary>Hands all over, the oldest first.</summary>
    public void Drain(FrameSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        foreach (Entry e in _entries)
        {
            sink(e.Port, e.TimeNs, e.Tag, _bytes.AsSpan(e.Start, e.Length));
        }

        _entries.Clear();
        _used = 0;
    }

    private readonly record struct Entry(
        PortId Port, ulong TimeNs, ushort Tag, int Start, int Length);
}
