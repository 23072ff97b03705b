namespace SmartNic.Packets;

/// <summary>
/// One interface of a pcapng section: link type, snapshot length and unit of time.
/// </summary>
internal sealed class PcapngInterface
{
    private const int OptionEnd = 0;
    private const int OptionTimeResolution = 9;
    private const int OptionFcsLength = 13;
    private const int OptionTimeOffset = 14;
    private const ulong NsPerSecond = 1_000_000_000;

    private UInt128 unitsPerSecond = 1_000_000;
    private ulong nsPerUnit = 1000; // 0 where a unit is not a whole number of nanoseconds
    private long offsetSeconds;

    public ushort LinkType { get; private init; }

    /// <summary>Most bytes of a packet that were kept; 0 is no limit.</summary>
    public uint SnapLength { get; private init; }

    public static PcapngInterface Parse(PcapngBlockReader block)
    {
        if (block.Body.Length < 8)
        {
            throw block.Error(0, $"interface description of {block.Body.Length} bytes; "
                + "expected at least 8");
        }

        var result = new PcapngInterface
        {
            LinkType = block.Order.U16(block.Body, 0),
            SnapLength = block.Order.U32(block.Body, 4),
        };
        result.ParseOptions(block);
        return result;
    }

    /// <summary>
    /// Nanoseconds since 1970 of a stamp in the interface's unit, rounded down; false where they
    /// do not fit 64 bits.
    /// </summary>
    public bool TryToNs(ulong units, out ulong ns)
    {
        if (nsPerUnit != 0 && offsetSeconds == 0 && units <= ulong.MaxValue / nsPerUnit)
        {
            ns = units * nsPerUnit;
            return true;
        }

        var seconds = units / unitsPerSecond;
        var fraction = units % unitsPerSecond;
        var total = ((Int128)seconds + offsetSeconds) * NsPerSecond
            + (Int128)(fraction * NsPerSecond / unitsPerSecond);
        ns = total >= 0 && total <= ulong.MaxValue ? (ulong)total : 0;
        return total >= 0 && total <= ulong.MaxValue;
    }

    private void ParseOptions(PcapngBlockReader block)
    {
        var at = 8;
        while (at < block.Body.Length)
        {
            if (block.Body.Length - at < 4)
            {
                throw block.Error(at, "an option needs 4 bytes for its code and length");
            }

            var code = block.Order.U16(block.Body, at);
            int length = block.Order.U16(block.Body, at + 2);
            at += 4;
            if (length > block.Body.Length - at)
            {
                throw block.Error(at, $"option {code} of {length} bytes exceeds its block");
            }

            if (code == OptionEnd)
            {
                return;
            }

            ParseOption(block, code, at, length);
            at += (length + 3) & ~3;
        }
    }

    private void ParseOption(PcapngBlockReader block, int code, int at, int length)
    {
        var expected = code switch
        {
            OptionTimeResolution or OptionFcsLength => 1,
            OptionTimeOffset => 8,
            _ => length,
        };
        if (length != expected)
        {
            throw block.Error(at, $"option {code} has {length} bytes; expected {expected}");
        }

        switch (code)
        {
            case OptionTimeResolution:
                unitsPerSecond = Resolution(block, at);
                nsPerUnit = NsPerSecond % unitsPerSecond == 0
                    ? (ulong)(NsPerSecond / unitsPerSecond) : 0;
                break;
            case OptionTimeOffset:
                offsetSeconds = block.Order.I64(block.Body, at);
                break;
            case OptionFcsLength when block.Body[at] != 0:
                throw block.Error(at, $"packets end in an FCS of {block.Body[at]} bits; expected "
                    + "packets without FCS (cut it off: editcap -C)");
            default:
                break;
        }
    }

    private static UInt128 Resolution(PcapngBlockReader block, int at)
    {
        var value = block.Body[at];
        var exponent = value & 0x7F;
        var isBinary = (value & 0x80) != 0;
        if (exponent > (isBinary ? 64 : 19))
        {
            throw block.Error(at, $"time resolution 0x{value:X2}; expected a unit of at least "
                + (isBinary ? "2^-64 s" : "10^-19 s"));
        }

        UInt128 units = 1;
        for (var i = 0; i < exponent; i++)
        {
            units *= isBinary ? 2u : 10u;
        }

        return units;
    }
}
