using SmartNic.Jtag.Xilinx;

namespace SmartNic.Jtag.Tap;

/// <summary>
/// Finds out what is in a chain: after Test-Logic-Reset every part has its identification code (its
/// first bit is 1) or a bypass bit 0 in its data register (IEEE 1149.1 section 12).
/// </summary>
public static class ChainScan
{
    /// <summary>The most parts that are looked for.</summary>
    public const int MaxDevices = 16;

    private const int MaxIrBits = 32 * MaxDevices;
    private const string Wiring =
        "is the board powered, the cable the right way round, and no other JTAG cable attached?";

    /// <summary>Reads the chain.</summary>
    /// <param name="tap">The pins.</param>
    /// <exception cref="JtagException">Nothing there, TDO stuck, or a wrong length.</exception>
    public static JtagChain Scan(TapController tap)
    {
        var codes = ReadCodes(tap);
        int irBits = MeasureIr(tap);
        XilinxPart?[] parts =
            [.. codes.Select(code => code is { } c ? XilinxParts.Find(c) : null)];
        int known = parts.Sum(part => part?.IrLength ?? 0);
        int unknown = parts.Count(part => part is null);
        string list = string.Join(", ",
            codes.Select(code => code is { } c ? $"{c:x8}" : "no code"));
        int left = irBits - known;
        if (unknown == 0 ? left != 0 : left < 2 * unknown)
        {
            throw new JtagException(
                $"the chain has {irBits} bits of instruction registers, and its parts ({list}) "
                + $"must have {(unknown == 0 ? $"{known}" : $"{known} and those of the unknown")}",
                "the chain is not read reliably: try a lower --frequency, and check the cable");
        }

        if (unknown > 1)
        {
            throw new JtagException(
                $"the chain has {unknown} parts that are not known ({list}): how their "
                + $"{left} instruction bits are shared is not known either",
                "connect the cable to the FPGA alone, or report these codes");
        }

        JtagDevice[] devices = [.. parts.Select((part, position) =>
            new JtagDevice(position, codes[position], part, part?.IrLength ?? left))];
        return new JtagChain(tap, devices);
    }

    private static List<uint?> ReadCodes(TapController tap)
    {
        int bits = 32 * (MaxDevices + 1);
        byte[] ones = new byte[bits / 8];
        ones.AsSpan().Fill(0xFF);
        byte[] read = new byte[bits / 8];
        tap.Reset();
        tap.GoTo(TapState.ShiftDr);
        tap.ShiftRead(ones, read, bits, isLast: true);
        tap.Reset();
        List<uint?> codes = [];
        for (int at = 0; at < bits;)
        {
            if (!BitArrays.Get(read, at))
            {
                codes.Add(null);
                at++;
            }
            else
            {
                uint code = at + 32 <= bits ? BitArrays.Number(read, at, 32) : uint.MaxValue;
                if (code == uint.MaxValue)
                {
                    break;
                }

                codes.Add(code);
                at += 32;
            }

            if (codes.Count > MaxDevices)
            {
                throw codes.TrueForAll(found => found is null)
                    ? new JtagException("TDO is always 0", Wiring)
                    : new JtagException(
                        $"more than {MaxDevices} parts answer: the chain is not read reliably",
                        "try a lower --frequency, and check the cable");
            }
        }

        return codes.Count > 0 ? codes
            : throw new JtagException("no part answers: TDO is always 1", Wiring);
    }

    /// <summary>Ones until all registers are full of them, then how long a zero takes.</summary>
    private static int MeasureIr(TapController tap)
    {
        byte[] fill = new byte[MaxIrBits / 8];
        fill.AsSpan().Fill(0xFF);
        byte[] probe = new byte[(MaxIrBits / 8) + 1];
        probe.AsSpan().Fill(0xFF);
        probe[0] = 0xFE;
        byte[] read = new byte[probe.Length];
        tap.GoTo(TapState.ShiftIr);
        tap.Shift(fill, MaxIrBits, isLast: false);
        tap.ShiftRead(probe, read, 8L * probe.Length, isLast: true);
        tap.Reset();
        for (int i = 0; i < 8 * read.Length; i++)
        {
            if (!BitArrays.Get(read, i))
            {
                return i;
            }
        }

        throw new JtagException("what goes into TDI does not come out of TDO", Wiring);
    }
}
