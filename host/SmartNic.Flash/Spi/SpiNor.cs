using System.Globalization;

namespace SmartNic.Flash.Spi;

/// <summary>A serial NOR flash: Micron MT25Q and what works like it.</summary>
public sealed class SpiNor : IFlashMemory
{
    private const int PageSize = 256;
    private const int SmallSector = 4 << 10;
    private const int LargeSector = 64 << 10;

    // First look after the typical time, then at every step, and no longer than a multiple of the
    // data sheets' worst case (2.8 ms, 400 ms, 1 s; worn parts of other makers take longer).
    private const long ProgramNs = 100_000;
    private const long ProgramStepNs = 10_000;
    private const long ProgramMostNs = 100_000_000;
    private const long EraseStepNs = 1_000_000;
    private const long EraseMostNs = 10_000_000_000;
    private const long StatusMostNs = 2_000_000_000;

    private readonly ISpiBus bus;
    private readonly IFlashClock clock;
    private readonly SpiPart part;
    private readonly bool isQuad;

    /// <summary>Takes a chip.</summary>
    /// <param name="bus">Where it is.</param>
    /// <param name="clock">Its time.</param>
    /// <param name="name">What messages call it besides its part.</param>
    /// <exception cref="FlashException">Nobody answers, or it stays busy.</exception>
    public SpiNor(ISpiBus bus, IFlashClock clock, string? name = null)
    {
        (this.bus, this.clock) = (bus, clock);
        part = SpiPart.Detect(bus, clock);
        isQuad = bus.Lanes == 4 && part.QuadDummyBytes is not null;
        Geometry = new FlashGeometry(
            name is null ? part.Name : $"{name}, {part.Name}", part.SizeBytes, PageSize, 1);

        // The outcome of an erase that somebody began before is not ours. Micron's parts of
        // several dies want their flags asked, too.
        WaitReady("start", 0, 0, EraseStepNs, EraseMostNs, ignoreErrors: true);
        ClearErrors();
    }

    /// <inheritdoc/>
    public FlashGeometry Geometry { get; }

    /// <summary>What it said about itself.</summary>
    public SpiPart Part => part;

    /// <inheritdoc/>
    public int SectorBytes(long address, long end) =>
        address % LargeSector == 0 && address + LargeSector <= end ? LargeSector
        : part.HasSmallSectors && address % SmallSector == 0 && address + SmallSector <= end
            ? SmallSector : 0;

    /// <inheritdoc/>
    public void Read(long address, Span<byte> data)
    {
        if (!isQuad)
        {
            bus.Transfer(Command(SpiOpcode.Read3, SpiOpcode.Read4, address, 0), data);
            return;
        }

        bus.TransferQuad(
            Command(SpiOpcode.QuadRead3, SpiOpcode.QuadRead4, address, part.QuadDummyBytes!.Value),
            [], data);
    }

    /// <inheritdoc/>
    public void Erase(long address, int bytes)
    {
        var command = bytes == LargeSector
            ? Command(SpiOpcode.Erase64K3, SpiOpcode.Erase64K4, address, 0)
            : Command(SpiOpcode.Erase4K3, SpiOpcode.Erase4K4, address, 0);
        bus.Transfer([SpiOpcode.WriteEnable], []);
        bus.Transfer(command, []);
        WaitReady("erase", address, bytes == LargeSector ? 20 * EraseStepNs : 5 * EraseStepNs,
            EraseStepNs, EraseMostNs);
    }

    /// <inheritdoc/>
    public void Program(long address, ReadOnlySpan<byte> data)
    {
        bus.Transfer([SpiOpcode.WriteEnable], []);
        if (isQuad)
        {
            bus.TransferQuad(
                Command(SpiOpcode.QuadProgram3, SpiOpcode.QuadProgram4, address, 0), data, []);
        }
        else
        {
            var command = Command(SpiOpcode.PageProgram3, SpiOpcode.PageProgram4, address, 0);
            Span<byte> all = stackalloc byte[command.Length + data.Length];
            command.CopyTo(all);
            data.CopyTo(all[command.Length..]);
            bus.Transfer(all, []);
        }

        WaitReady("program", address, ProgramNs, ProgramStepNs, ProgramMostNs);
    }

    /// <inheritdoc/>
    public string? Protection(long start, long end)
    {
        // Which bits protect what differs from maker to maker: any of BP3..0 is enough to ask.
        var status = Status();
        return (status & 0x5C) == 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"{Geometry.Part}: block protection bits are set (status register 0x{status:X2})");
    }

    /// <inheritdoc/>
    public void Unprotect()
    {
        bus.Transfer([SpiOpcode.WriteEnable], []);
        bus.Transfer([SpiOpcode.WriteStatus, (byte)(Status() & 0x83 & ~3)], []);
        WaitReady("write of the status register", 0, EraseStepNs, EraseStepNs, StatusMostNs);
        if (Protection(0, part.SizeBytes) is { } still)
        {
            throw new FlashException($"{still}: they stay set",
                "its W# pin is low, or the bits are locked for good");
        }
    }

    private byte[] Command(byte narrow, byte wide, long address, int dummyBytes)
    {
        if (address < 0 || address >= part.SizeBytes)
        {
            throw new ArgumentOutOfRangeException(nameof(address), address,
                $"{Geometry.Part} has {part.SizeBytes} bytes");
        }

        var a = (uint)address;
        byte[] command = part.IsWide
            ? [wide, (byte)(a >> 24), (byte)(a >> 16), (byte)(a >> 8), (byte)a]
            : [narrow, (byte)(a >> 16), (byte)(a >> 8), (byte)a];
        return dummyBytes == 0 ? command : [.. command, .. new byte[dummyBytes]];
    }

    private void WaitReady(
        string work, long address, long firstNs, long stepNs, long mostNs,
        bool ignoreErrors = false)
    {
        var end = clock.NowNs + mostNs;
        clock.Wait(firstNs);
        while (true)
        {
            var (ready, errors) = Poll();
            if (ready)
            {
                Check(ignoreErrors ? 0 : errors, work, address);
                return;
            }

            if (clock.NowNs > end)
            {
                throw new FlashException(string.Create(CultureInfo.InvariantCulture,
                    $"{Geometry.Part}: {work} at 0x{address:X} is not over after "
                    + $"{mostNs / 1e9:0.0} s"), "power the card off and on, then try again");
            }

            clock.Wait(stepNs);
        }
    }

    /// <summary>Ready, and Micron's error bits: 5 erase, 4 program, 1 protection.</summary>
    private (bool Ready, int Errors) Poll()
    {
        if (!part.HasFlags)
        {
            return ((Status() & 1) == 0, 0);
        }

        Span<byte> flags = stackalloc byte[1];
        bus.Transfer([SpiOpcode.ReadFlags], flags);
        return ((flags[0] & 0x80) != 0, flags[0] & 0x32);
    }

    private void Check(int errors, string work, long address)
    {
        if (errors == 0)
        {
            return;
        }

        ClearErrors();
        var isProtected = (errors & 2) != 0;
        throw new FlashException(string.Create(CultureInfo.InvariantCulture,
            $"{Geometry.Part}: {work} at 0x{address:X} "
            + $"{(isProtected ? "refused: the area is protected" : "failed")} "
            + $"(flag status 0x{errors:X2})"),
            isProtected ? "give --clear-protection to clear its protection bits"
                : "the sector may be worn out");
    }

    private void ClearErrors()
    {
        if (part.HasFlags)
        {
            bus.Transfer([SpiOpcode.ClearFlags], []);
        }

        bus.Transfer([SpiOpcode.WriteDisable], []);
    }

    private byte Status()
    {
        Span<byte> status = stackalloc byte[1];
        bus.Transfer([SpiOpcode.ReadStatus], status);
        return status[0];
    }
}
