using SmartNic.Registers;

namespace SmartNic.Flash.Spi;

/// <summary>
/// One SPI flash chip behind a control register of Corundum's block 0xC120 v0x200: D0-3 in bits
/// 0-3, their output enables in bits 8-11, CLK in bit 16, CS_N in bit 17.
/// </summary>
/// <remarks>
/// Writes are posted and cost no round trip; only clocks that bring data in need a read, and none
/// is made besides. The chip shows a bit after CLK fell and keeps it until it falls again, so the
/// bit is read after CLK rose: then an access lies between that covers pins and synchronisers.
/// Two chips of one board have one CLK: while one is used, the other is not selected.
/// </remarks>
public sealed class CorundumSpi : ISpiBus
{
    private const uint Clk = 1u << 16;
    private const uint CsN = 1u << 17;
    private const uint Drive0 = 1u << 8;
    private const uint DriveAll = 0xFu << 8;
    private const int Miso = 1;
    private const int Settle = 4;
    private readonly IBar bar;
    private readonly uint control;

    // A page on four lines, and its command.
    private readonly uint[] words = new uint[2048];
    private int collected;

    /// <summary>Takes the chip behind a register.</summary>
    /// <param name="bar">The NIC's registers.</param>
    /// <param name="control">Offset of the control register.</param>
    public CorundumSpi(IBar bar, uint control)
    {
        (this.bar, this.control) = (bar, control);
        bar.Write32(control, CsN);
        Lanes = Pattern(0xF) == 0xF && Pattern(0xC) == 0xC ? 4
            : (Pattern(0x1) & 1) == 1 && (Pattern(0x0) & 1) == 0 ? 1 : 0;
        bar.Write32(control, CsN);
    }

    /// <summary>Data lines that are there: 4, 1, or 0 when there is no chip select behind the
    /// register.</summary>
    public int Lanes { get; }

    /// <inheritdoc/>
    public void Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        Select(write);
        Send();
        for (var i = 0; i < read.Length; i++)
        {
            uint value = 0;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value << 1) | ((Clocked() >> Miso) & 1);
            }

            read[i] = (byte)value;
        }

        Deselect();
    }

    /// <inheritdoc/>
    public void TransferQuad(
        ReadOnlySpan<byte> command, ReadOnlySpan<byte> write, Span<byte> read)
    {
        Select(command);
        foreach (var value in write)
        {
            Out(DriveAll | ((uint)value >> 4));
            Out(DriveAll | ((uint)value & 0xF));
        }

        Send();
        for (var i = 0; i < read.Length; i++)
        {
            var high = Clocked() & 0xF;
            read[i] = (byte)((high << 4) | (Clocked() & 0xF));
        }

        Deselect();
    }

    private void Select(ReadOnlySpan<byte> command)
    {
        Put(Drive0);
        foreach (var value in command)
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                Out(Drive0 | (((uint)value >> bit) & 1));
            }
        }
    }

    /// <summary>CLK falls and rises: the chip takes what the lines have.</summary>
    private void Out(uint lines)
    {
        Put(lines);
        Put(lines | Clk);
    }

    /// <summary>The same with lines that the chip drives.</summary>
    private uint Clocked()
    {
        bar.WriteSame(control, [0, Clk]);
        return bar.Read32(control);
    }

    private void Deselect() => bar.WriteSame(control, [0, CsN]);

    /// <summary>Collects writes: those to one register go out together.</summary>
    private void Put(uint word)
    {
        if (collected == words.Length)
        {
            Send();
        }

        words[collected++] = word;
    }

    private void Send()
    {
        bar.WriteSame(control, words.AsSpan(0, collected));
        collected = 0;
    }

    /// <summary>What the lines read when they are driven, with the chip not selected.</summary>
    private uint Pattern(uint lines)
    {
        for (var i = 0; i < Settle; i++)
        {
            bar.Write32(control, CsN | DriveAll | lines);
        }

        return bar.Read32(control) & 0xF;
    }
}
