using System.Buffers;

namespace SmartNic.Cli.Replay;

/// <summary>
/// Brings packets into the order of their stamps that are out of it by a limited amount: holds
/// every packet until no earlier one can follow. Equal stamps keep the order of the file.
/// </summary>
/// <param name="withinNs">How far a stamp may lie before the newest one read so far.</param>
internal sealed class SortWindow(ulong withinNs)
{
    /// <summary>Bytes of the packets that are held at once, at most.</summary>
    public const long MaxBytes = 256 << 20;

    /// <summary>What a packet costs beside its bytes.</summary>
    private const int PacketBytes = 96;

    private readonly PriorityQueue<Held, (ulong TimeNs, long Number)> packets = new();
    private Held current;
    private long bytes;
    private ulong? newestNs;

    /// <summary>Stamp of the newest packet so far, in nanoseconds; null before the first.</summary>
    public ulong? NewestNs => newestNs;

    /// <summary>Number in the file of the packet with the newest stamp.</summary>
    public long NewestNumber { get; private set; }

    /// <summary>Packets that were stamped before one in front of them.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>The most by which one was, in nanoseconds.</summary>
    public ulong FarthestNs { get; private set; }

    /// <summary>True when more is held than may be.</summary>
    public bool IsFull => bytes > MaxBytes;

    /// <summary>Stamp of the current packet in nanoseconds.</summary>
    public ulong TimeNs => current.TimeNs;

    /// <summary>Bytes of the current packet, until the next call of <see cref="TryTake"/>.
    /// </summary>
    public ReadOnlySpan<byte> Frame => current.Bytes.AsSpan(0, current.Length);

    /// <summary>Takes a packet in; false when it lies too far back.</summary>
    public bool TryAdd(ulong timeNs, long number, ReadOnlySpan<byte> frame)
    {
        if (newestNs is { } newest && timeNs < newest)
        {
            if (newest - timeNs > withinNs)
            {
                return false;
            }

            OutOfOrder++;
            FarthestNs = Math.Max(FarthestNs, newest - timeNs);
        }
        else
        {
            (newestNs, NewestNumber) = (timeNs, number);
        }

        var copy = ArrayPool<byte>.Shared.Rent(frame.Length);
        frame.CopyTo(copy);
        packets.Enqueue(new Held(timeNs, copy, frame.Length), (timeNs, number));
        bytes += copy.Length + PacketBytes;
        return true;
    }

    /// <summary>Takes the first packet out, if nothing before it can follow.</summary>
    /// <param name="isEnd">No packet follows at all.</param>
    public bool TryTake(bool isEnd)
    {
        if (!packets.TryPeek(out var first, out _)
            || (!isEnd && newestNs - first.TimeNs < withinNs))
        {
            return false;
        }

        if (current.Bytes is { } last)
        {
            ArrayPool<byte>.Shared.Return(last);
        }

        current = packets.Dequeue();
        bytes -= current.Bytes.Length + PacketBytes;
        return true;
    }

    private readonly record struct Held(ulong TimeNs, byte[] Bytes, int Length);
}
