using SmartNic.Driver;
using SmartNic.Flash;
using SmartNic.Registers;

namespace SmartNic.Sim.Flash;

/// <summary>
/// A simulated board with flash memory: its BAR0 with Corundum's firmware and flash blocks, its own
/// time, and every fault that can be asked for. Used by one thread at a time.
/// </summary>
public sealed unsafe class FlashBoard : IBar, IFlashClock, IDisposable
{
    /// <summary>Bytes of BAR0.</summary>
    public const long BarBytes = 16 << 20;

    private const uint AllOnes = 0xFFFF_FFFF;
    private const uint Witness = 4;
    private readonly FlashLibrary library;
    private readonly FlashHandle handle;

    // Writes are posted: they wait here until something has to be known.
    private readonly ulong[] posted = new ulong[4096];
    private int postedCount;

    /// <summary>Creates a board with empty memory.</summary>
    /// <param name="kind">What memory it has.</param>
    /// <param name="fpgaId">JTAG id code of its FPGA.</param>
    /// <param name="boardId">Board id.</param>
    /// <param name="format">FORMAT register of the flash block.</param>
    /// <exception cref="SimException">The model is not built.</exception>
    public FlashBoard(FlashBoardKind kind, uint fpgaId, uint boardId, uint format)
    {
        Kind = kind;
        library = FlashLibrary.Open(kind);
        handle = new FlashHandle(library, fpgaId, boardId, format);
    }

    /// <summary>What memory it has.</summary>
    public FlashBoardKind Kind { get; }

    /// <summary>Number of chips.</summary>
    public int Chips => (int)library.Chips(handle.Pointer);

    /// <inheritdoc/>
    public long NowNs => (long)library.Now(Flushed());

    /// <summary>Register accesses so far.</summary>
    public long Accesses => Reads + (long)library.Writes(Flushed());

    /// <summary>Register reads so far: round trips.</summary>
    public long Reads => (long)library.Reads(Flushed());

    /// <summary>Commands that a part ignored because it had to.</summary>
    public int Misuse => (int)library.Misuse(Flushed());

    /// <summary>How often the FPGA was told to load itself again.</summary>
    public int Boots => (int)library.Boots(Flushed());

    /// <summary>Whether the power is on.</summary>
    public bool IsPowered => library.Powered(Flushed()) != 0;

    /// <summary>What is in a chip, in the order of its addresses.</summary>
    public Span<byte> Memory(int chip) =>
        new(library.Memory(Flushed(), (uint)chip), (int)library.ChipBytes(handle.Pointer));

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">It does not answer.</exception>
    public uint Read32(uint offset)
    {
        var value = library.Read(Flushed(), offset);
        return value != AllOnes || library.Read(handle.Pointer, Witness) != AllOnes ? value
            : throw new DeviceLostException(
                $"simulated board reads all ones at 0x{offset:X}: the device is gone");
    }

    /// <inheritdoc/>
    public void Write32(uint offset, uint value)
    {
        if (postedCount == posted.Length)
        {
            Flushed();
        }

        posted[postedCount++] = ((ulong)offset << 32) | value;
    }

    /// <inheritdoc/>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            Write32(offset + (4 * (uint)i), words[i]);
        }
    }

    /// <inheritdoc/>
    public void Wait(long durationNs) => library.Wait(Flushed(), (ulong)durationNs);

    /// <summary>Lets the power fail at a time, or with an access.</summary>
    /// <param name="atNs">Time; null for none.</param>
    /// <param name="atAccess">Number of the access; null for none.</param>
    /// <param name="seed">What an interrupted operation leaves behind.</param>
    public void CutPower(long? atNs, long? atAccess, int seed) => library.Cut(
        Flushed(), (ulong?)atNs ?? ulong.MaxValue, (ulong?)atAccess ?? ulong.MaxValue, (uint)seed);

    /// <summary>Lets the power come back.</summary>
    public void PowerUp() => library.PowerUp(Flushed());

    /// <summary>Lets the board vanish from the bus with an access; its power stays.</summary>
    public void RemoveAt(long atAccess) => library.Remove(Flushed(), (ulong)atAccess);

    /// <summary>Makes 4 KiB of a chip that cannot be erased.</summary>
    public void BreakErase(int chip, long? address) => Fault(chip, 0, address);

    /// <summary>Makes a page of a chip that cannot be programmed.</summary>
    public void BreakProgram(int chip, long? address) => Fault(chip, 1, address);

    /// <summary>Makes bits of a byte of a chip that never change.</summary>
    public void Stick(int chip, long? address, byte low, byte high) =>
        Fault(chip, 2, address, low, high);

    /// <summary>Sets the protection bits of a serial chip.</summary>
    public void Protect(int chip, byte status) => library.Protect(Flushed(), (uint)chip, status);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private void Fault(int chip, int kind, long? address, byte low = 0, byte high = 0) =>
        library.Fault(Flushed(), (uint)chip, kind, address ?? -1, low, high);

    private nint Flushed()
    {
        var pointer = handle.Pointer;
        if (postedCount > 0)
        {
            fixed (ulong* writes = posted)
            {
                library.Write(pointer, writes, (uint)postedCount);
            }

            postedCount = 0;
        }

        return pointer;
    }
}
