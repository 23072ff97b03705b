using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Pci.Ring;

/// <summary>
/// The host's half of one ring: entries of 16 bytes (address, length, phase) and a buffer for each.
/// What the board writes is looked at in memory only (hw/ring/README.md).
/// </summary>
internal sealed unsafe class RingSide
{
    /// <summary>Entries of a ring.</summary>
    public const int Entries = 1 << SizeLog2;

    /// <summary>Bytes of the longest frame.</summary>
    public const int MaxFrameBytes = (int)RingRegisters.MaxFrameBytesValue;

    /// <summary>Memory that a ring needs.</summary>
    public const int MemoryBytes = (Entries * EntryBytes) + (Entries * BufferBytes);

    private const int SizeLog2 = 6;
    private const int EntryBytes = (int)RingRegisters.EntryBytesValue;
    private const int BufferBytes = (MaxFrameBytes + 63) & ~63;
    private const uint Register = RingRegisters.TxBaseLo - RingRegisters.RxBaseLo;
    private readonly IBar bar;
    private readonly uint block;
    private readonly byte* entries;
    private readonly ulong busAddress;
    private readonly ushort[] given = new ushort[Entries];

    /// <summary>A ring that is not enabled.</summary>
    /// <param name="bar">The application's registers.</param>
    /// <param name="index">0 from the board, 1 to the board.</param>
    /// <param name="memory">Memory of both rings.</param>
    public RingSide(IBar bar, int index, IDmaMemory memory)
    {
        this.bar = bar;
        block = RingRegisters.Base + ((uint)index * Register);
        entries = memory.Address + (index * MemoryBytes);
        busAddress = memory.BusAddress + (ulong)(index * MemoryBytes);
    }

    /// <summary>Entries given to the board, for ever.</summary>
    public ushort Tail { get; set; }

    /// <summary>Entries taken back, for ever.</summary>
    public ushort Head { get; set; }

    /// <summary>Whether the board has all of them.</summary>
    public bool IsFull => (ushort)(Tail - Head) == Entries;

    /// <summary>Ends the ring and waits until the board does not touch its memory any more.
    /// </summary>
    /// <param name="bar">The application's registers.</param>
    /// <param name="index">0 from the board, 1 to the board.</param>
    /// <param name="limit">Longest wait.</param>
    /// <returns>False when it still does after <paramref name="limit"/>.</returns>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    public static bool TryDisable(IBar bar, int index, TimeSpan limit)
    {
        var block = RingRegisters.Base + ((uint)index * Register);
        bar.Write32(block + RingRegisters.RxControl, 0);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        while (RingRegisters.RxStatusBusy(bar.Read32(block + RingRegisters.RxStatus)) != 0)
        {
            if (System.Diagnostics.Stopwatch.GetElapsedTime(start) > limit)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Forgets what is in the memory of the ring.</summary>
    public void Clear() => new Span<byte>(entries, MemoryBytes).Clear();

    /// <summary>Starts with an empty ring, in memory that is clear.</summary>
    public void Enable()
    {
        (Head, Tail) = (0, 0);
        bar.Write32(block + RingRegisters.RxBaseLo, (uint)busAddress);
        bar.Write32(block + RingRegisters.RxBaseHi, (uint)(busAddress >> 32));
        bar.Write32(block + RingRegisters.RxTail, 0);
        bar.Write32(
            block + RingRegisters.RxControl, RingRegisters.RxControlWord(SizeLog2, enable: 1));
    }

    /// <summary>STATUS, with what it says of an error.</summary>
    /// <exception cref="DeviceLostException">An error stopped the ring.</exception>
    public void CheckRuns()
    {
        var status = Status();
        if (RingRegisters.RxStatusStopped(status) != 0)
        {
            var (cause, code) =
                (RingRegisters.RxStatusCause(status), RingRegisters.RxStatusCode(status));
            var what = cause switch
            {
                1 => "an entry could not be read",
                2 => "an entry could not be written",
                _ => "more entries were given than there are",
            };
            throw new DeviceLostException($"a packet ring stopped: {what} (DMA error {code}); "
                + "is bus mastering on, and is there no IOMMU between?");
        }
    }

    /// <summary>The buffer of an entry.</summary>
    public Span<byte> Buffer(ushort number) =>
        new(entries + (Entries * EntryBytes) + (Slot(number) * BufferBytes), BufferBytes);

    /// <summary>What the board wrote of an entry, read once.</summary>
    public RingWord Look(ushort number) => new(Volatile.Read(ref Word(number)), Phase(number));

    /// <summary>Bytes that the entry was given with; the board cannot change this copy.</summary>
    public int GivenBytes(ushort number) => given[Slot(number)];

    /// <summary>Gives the next entry to the board; it sees that at the next doorbell.</summary>
    /// <param name="length">Bytes of the frame, or room for one.</param>
    public void Give(int length)
    {
        var number = Tail;
        *(ulong*)(entries + (Slot(number) * EntryBytes)) = busAddress
            + (Entries * EntryBytes) + (ulong)(Slot(number) * BufferBytes);
        given[Slot(number)] = (ushort)length;
        Volatile.Write(ref Word(number), (uint)length | ((Phase(number) ^ 1) << 32));
        Tail++;
    }

    /// <summary>Tells the board how many entries it has.</summary>
    public void RingDoorbell()
    {
        // What was written to memory must be there before the board is told.
        Interlocked.MemoryBarrier();
        bar.Write32(block + RingRegisters.RxTail, Tail);
    }

    private static int Slot(ushort number) => number % Entries;

    // 1 on the first pass through the ring, then in turn.
    private static ulong Phase(ushort number) => (number & Entries) == 0 ? 1ul : 0ul;

    private ref ulong Word(ushort number) =>
        ref *(ulong*)(entries + (Slot(number) * EntryBytes) + sizeof(ulong));

    private uint Status() => bar.Read32(block + RingRegisters.RxStatus);
}
