using System.Globalization;

namespace SmartNic.Flash.Spi;

/// <summary>What a serial NOR flash says about itself.</summary>
/// <param name="Id">Manufacturer, type and capacity, as RDID gives them.</param>
/// <param name="SizeBytes">Bytes.</param>
/// <param name="HasSmallSectors">Whether 4 KiB can be erased.</param>
/// <param name="QuadDummyBytes">Dummy bytes of a 1-1-4 read; null where there is none.</param>
public sealed record SpiPart(uint Id, long SizeBytes, bool HasSmallSectors, int? QuadDummyBytes)
{
    private const byte Micron = 0x20;
    private const int SfdpWords = 16;

    // An erase takes up to 1 s by the data sheets; worn parts of other makers take longer.
    private const long BusyStepNs = 10_000_000;
    private const long BusyMostNs = 10_000_000_000;

    /// <summary>Maker's id.</summary>
    public byte Maker => (byte)(Id >> 16);

    /// <summary>Whether it has the flag status register.</summary>
    public bool HasFlags => Maker == Micron;

    /// <summary>Whether addresses have four bytes.</summary>
    public bool IsWide => SizeBytes > 1 << 24;

    /// <summary>Maker, size and id.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture,
        $"{MakerName} serial NOR, {SizeBytes >> 20} MiB (id {Id:X6})");

    private string MakerName => Maker switch
    {
        Micron => "Micron",
        0x01 => "Infineon",
        0x9D => "ISSI",
        0xC2 => "Macronix",
        0xEF => "Winbond",
        var maker => string.Create(CultureInfo.InvariantCulture, $"maker {maker:X2}"),
    };

    /// <summary>Whether an id is none: the lines stay low, or nobody pulls them there.</summary>
    public static bool IsNobody(uint id) => id is 0 or 0xFFFFFF;

    /// <summary>
    /// Reads the id as soon as a chip can tell it. One that still erases, since somebody lost the
    /// card or pulled the cable, takes nothing but questions for its status; a reset would leave
    /// the sector half erased.
    /// </summary>
    /// <param name="bus">Where it is.</param>
    /// <param name="clock">Its time.</param>
    public static uint Identify(ISpiBus bus, IFlashClock clock)
    {
        WaitWhileBusy(bus, clock);
        var id = ReadId(bus);
        if (IsNobody(id))
        {
            // A chip left in the middle of something answers after a reset.
            bus.Transfer([SpiOpcode.ResetEnable], []);
            bus.Transfer([SpiOpcode.Reset], []);
            id = ReadId(bus);
        }

        return id;
    }

    /// <summary>Asks a chip.</summary>
    /// <param name="bus">Where it is.</param>
    /// <param name="clock">Its time.</param>
    /// <exception cref="FlashException">Nobody answers, or it is not known how large it is.
    /// </exception>
    public static SpiPart Detect(ISpiBus bus, IFlashClock clock)
    {
        var id = Identify(bus, clock);
        if (IsNobody(id))
        {
            throw new FlashException($"no SPI flash answers: its id reads {id:X6}",
                "does the bitstream have access to the flash pins?");
        }

        var table = Sfdp(bus);
        if (table is not null)
        {
            return Of(id, table);
        }

        var capacity = (int)(id & 0xFF);
        capacity = capacity >= 0x20 ? capacity - 0x20 + 26 : capacity;
        return capacity is >= 16 and <= 31 ? new SpiPart(id, 1L << capacity, true, null)
            : throw new FlashException($"SPI flash {id:X6} does not tell its size: it has no SFDP "
                + "table, and its capacity code is none that is known");
    }

    private static void WaitWhileBusy(ISpiBus bus, IFlashClock clock)
    {
        Span<byte> status = stackalloc byte[1];
        for (var end = clock.NowNs + BusyMostNs; clock.NowNs <= end; clock.Wait(BusyStepNs))
        {
            // All ones: nobody is there.
            bus.Transfer([SpiOpcode.ReadStatus], status);
            if (status[0] == 0xFF || (status[0] & 1) == 0)
            {
                return;
            }
        }
    }

    private static uint ReadId(ISpiBus bus)
    {
        Span<byte> id = stackalloc byte[3];
        bus.Transfer([SpiOpcode.ReadId], id);
        return (uint)((id[0] << 16) | (id[1] << 8) | id[2]);
    }

    /// <summary>The basic parameter table of JESD216; null where there is none.</summary>
    private static uint[]? Sfdp(ISpiBus bus)
    {
        var header = Words(bus, 0, 4);
        if (header[0] != 0x5044_4653 || (header[2] & 0xFF) != 0)
        {
            return null;
        }

        var words = (int)Math.Min(header[2] >> 24, SfdpWords);
        return words >= 9 ? Words(bus, (int)(header[3] & 0xFF_FFFF), words) : null;
    }

    private static uint[] Words(ISpiBus bus, int address, int count)
    {
        var bytes = new byte[4 * count];
        bus.Transfer(
            [SpiOpcode.ReadSfdp, (byte)(address >> 16), (byte)(address >> 8), (byte)address, 0],
            bytes);
        var words = new uint[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = BitConverter.ToUInt32(bytes, 4 * i);
        }

        return words;
    }

    // Words of the table are counted from 1 in JESD216; here from 0.
    private static SpiPart Of(uint id, uint[] table)
    {
        var bits = (table[1] >> 31) == 0 ? (table[1] & 0x7FFF_FFFF) + 1L
            : 1L << (int)(table[1] & 0x3F);
        var small = (table[0] & 3) == 1 && (byte)(table[0] >> 8) == SpiOpcode.Erase4K3;
        var dummies = (int)((table[2] >> 16) & 0x1F) + (int)((table[2] >> 21) & 7);
        var quad = (table[0] & (1 << 22)) != 0 && (byte)(table[2] >> 24) == SpiOpcode.QuadRead3
            && dummies % 8 == 0;
        return bits is >= 1 << 19 and <= 1L << 34
            ? new SpiPart(id, bits / 8, small, quad ? dummies / 8 : null)
            : throw new FlashException(
                $"SPI flash {id:X6}: its SFDP table says that it has {bits} bits");
    }
}
