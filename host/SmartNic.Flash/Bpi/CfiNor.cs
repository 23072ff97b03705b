using System.Globalization;

namespace SmartNic.Flash.Bpi;

/// <summary>
/// A 16-bit parallel NOR flash with Intel's commands (P30) or Micron's (MT28GU). Bytes are those
/// of a bitstream file: in a word the first one is D15..8, and each byte has its first bit at its
/// lowest line (UG570, "Parallel bus bit order", x16).
/// </summary>
public sealed class CfiNor : IFlashMemory
{
    private const ushort ReadArray = 0xFF;
    private const ushort ReadStatus = 0x70;
    private const ushort ClearStatus = 0x50;
    private const ushort LockSetup = 0x60;
    private const ushort Confirm = 0xD0;
    private const ushort EraseSetup = 0x20;
    private const uint ElsewhereWord = 0x1000;
    private const int MicronSet = 0x0200;
    private const int Ready = 0x80;
    private const int Errors = 0x3A;  // erase, program, voltage, lock
    private readonly IParallelBus bus;
    private readonly IFlashClock clock;
    private readonly CfiQuery query;
    private readonly ushort programSetup;
    private readonly HashSet<long> unlocked = [];
    private bool isArray = true;

    /// <summary>Takes a chip.</summary>
    /// <exception cref="FlashException">Nobody answers, or it has other commands.</exception>
    public CfiNor(IParallelBus bus, IFlashClock clock)
    {
        (this.bus, this.clock) = (bus, clock);

        // A block erase that somebody began before may still run.
        WaitReady("start", 0, 0, 10_000_000_000, ignoreErrors: true);

        // Or it broke off in front of the data of a program: the part takes what comes as their
        // count and as data, until one of them lies outside of the buffer's range.
        bus.Write(0, ReadArray);
        bus.Write(ElsewhereWord, ReadArray);
        bus.Write(0, ClearStatus);
        query = CfiQuery.Read(bus);
        programSetup = query.CommandSet switch
        {
            1 or 3 => 0xE8,
            MicronSet => 0xE9,
            var other => throw new FlashException(
                $"parallel flash has command set 0x{other:X4}; known are 0x0001, 0x0003 (Intel) "
                + "and 0x0200 (Micron)"),
        };
        Geometry = new FlashGeometry(
            string.Create(CultureInfo.InvariantCulture,
                $"parallel NOR, {query.SizeBytes >> 20} MiB (command set {query.CommandSet:X4})"),
            query.SizeBytes, query.BufferBytes,
            query.CommandSet == MicronSet ? query.BufferBytes : 2);
    }

    /// <inheritdoc/>
    public FlashGeometry Geometry { get; private set; }

    /// <inheritdoc/>
    public int SectorBytes(long address, long end)
    {
        var region = query.Regions.FirstOrDefault(r => address >= r.Start && address < r.End);
        return region is not null && (address - region.Start) % region.BlockBytes == 0
            && address + region.BlockBytes <= end ? region.BlockBytes : 0;
    }

    /// <inheritdoc/>
    public void Read(long address, Span<byte> data)
    {
        if (!isArray)
        {
            bus.Write(0, ReadArray);
            isArray = true;
        }

        var word = Word(address, data.Length);
        for (var i = 0; i < data.Length; i += 2)
        {
            var value = bus.Read(word++);
            data[i] = BitOrder.Reverse((byte)(value >> 8));
            data[i + 1] = BitOrder.Reverse((byte)value);
        }
    }

    /// <inheritdoc/>
    public void Erase(long address, int bytes)
    {
        var word = Word(address, bytes);
        Unlock(address);
        bus.Write(word, EraseSetup);
        bus.Write(word, Confirm);
        isArray = false;
        WaitReady("erase", address, query.EraseNs / 8, 32 * query.EraseNs);
    }

    /// <inheritdoc/>
    public void Program(long address, ReadOnlySpan<byte> data)
    {
        var word = Word(address, data.Length);
        Unlock(address);
        isArray = false;
        bus.Write(word, programSetup);
        bus.Write(word, (ushort)((data.Length / 2) - 1));
        for (var i = 0; i < data.Length; i += 2)
        {
            bus.Write(word + (uint)(i / 2), (ushort)(
                (BitOrder.Reverse(data[i]) << 8) | BitOrder.Reverse(data[i + 1])));
        }

        bus.Write(word, Confirm);
        WaitReady("program", address, query.ProgramNs / 2, 100 * query.ProgramNs);
    }

    /// <inheritdoc/>
    /// <remarks>Blocks are locked at every power up and unlocked as needed: no protection.
    /// </remarks>
    public string? Protection(long start, long end) => null;

    /// <inheritdoc/>
    public void Unprotect()
    {
        // Nothing to clear.
    }

    private uint Word(long address, int bytes) =>
        address % 2 == 0 && bytes % 2 == 0 && address >= 0
        && (query is null || address + bytes <= query.SizeBytes) ? (uint)(address / 2)
            : throw new ArgumentOutOfRangeException(nameof(address), address,
                $"{bytes} bytes there are no words of {Geometry.Part}");

    private void Unlock(long address)
    {
        var region = query.Regions.First(r => address >= r.Start && address < r.End);
        var block = address - ((address - region.Start) % region.BlockBytes);
        if (unlocked.Add(block))
        {
            var word = (uint)(block / 2);
            bus.Write(word, ClearStatus);
            bus.Write(word, LockSetup);
            bus.Write(word, Confirm);
        }
    }

    private void WaitReady(
        string work, long address, long stepNs, long mostNs, bool ignoreErrors = false)
    {
        var word = (uint)(address / 2);
        var end = clock.NowNs + mostNs;
        bus.Write(word, ReadStatus);
        int status;
        while (((status = bus.Read(word)) & Ready) == 0)
        {
            if (clock.NowNs > end)
            {
                throw new FlashException(string.Create(CultureInfo.InvariantCulture,
                    $"{Geometry?.Part ?? "parallel flash"}: {work} at 0x{address:X} is not over "
                    + $"after {mostNs / 1e9:0.0} s (status 0x{status:X2})"),
                    "power the card off and on, then try again");
            }

            clock.Wait(Math.Max(stepNs / 16, 10_000));
        }

        if ((status & Errors) == 0)
        {
            return;
        }

        bus.Write(word, ClearStatus);
        if (!ignoreErrors)
        {
            var isLocked = (status & 2) != 0;
            throw new FlashException(string.Create(CultureInfo.InvariantCulture,
                $"{Geometry.Part}: {work} at 0x{address:X} "
                + $"{(isLocked ? "refused: the block is locked" : "failed")} "
                + $"(status 0x{status:X2})"),
                isLocked ? "is the block locked down, or its WP# pin low?"
                    : "the block may be worn out");
        }
    }
}
