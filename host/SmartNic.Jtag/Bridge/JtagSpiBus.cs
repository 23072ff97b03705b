using System.Text;
using SmartNic.Flash;
using SmartNic.Jtag.Tap;
using SmartNic.Jtag.Xilinx;

namespace SmartNic.Jtag.Bridge;

/// <summary>
/// The SPI flash behind an FPGA into which a bridge bitstream has been loaded. The bridge waits for
/// a 1 in USER1's data register, takes a header, and then puts TDI on MOSI and MISO on TDO, each
/// half a clock later: an answer is one bit late, besides the bypass registers of other parts.
/// </summary>
/// <remarks>
/// Framings: quartiq/bscan_spi_bitstreams, xilinx_bscan_spi.py, its head comment; openFPGALoader
/// spiOverJtag/spiOverJtag_core.v, version "02.00" behind USER4.
/// </remarks>
public sealed class JtagSpiBus : ISpiBus
{
    // A byte count of 13 bits; what is longer has chip select low until Update-DR.
    private const int MaxCountedBytes = 8191;
    private const int Late = 1;

    private readonly JtagChain _chain;
    private readonly JtagDevice _device;
    private readonly XilinxPart _part;

    /// <summary>Uses a bridge that is loaded, with a framing that is known.</summary>
    public JtagSpiBus(JtagChain chain, JtagDevice device, BridgeFraming framing)
    {
        _chain = chain;
        _device = device;
        _part = device.Part ?? throw new JtagException($"the {device} cannot hold a bridge");
        Framing = framing;
    }

    /// <summary>The framing.</summary>
    public BridgeFraming Framing { get; }

    /// <summary>Asks the loaded bridge which framing it has: only spiOverJtag answers.</summary>
    public static JtagSpiBus Detect(JtagChain chain, JtagDevice device)
    {
        const int headBytes = 1;
        var part = device.Part
            ?? throw new JtagException($"the {device} cannot hold a bridge");
        chain.Instruct(device, part.First(Instruction.User4));
        byte[] ask = new byte[headBytes + 5 + 2]; // two bytes more for bypass registers
        ask[0] = 1;
        byte[] answer = new byte[ask.Length];
        int shift = chain.Behind(device);
        chain.Exchange(device, ask, answer, 8L * ask.Length);
        byte[] text = new byte[5];
        BitArrays.Copy(answer, (8 * headBytes) + shift, text, 0, 8 * text.Length);
        bool counted = Encoding.ASCII.GetString(text) == "02.00";
        return new JtagSpiBus(
            chain, device, counted ? BridgeFraming.SpiOverJtag : BridgeFraming.BscanSpi);
    }

    /// <inheritdoc/>
    public void Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        int bytes = write.Length + read.Length;
        if (bytes == 0)
        {
            return;
        }

        _chain.Instruct(_device, _part.First(Instruction.User1));
        byte[] tdi = new byte[5 + 2 + bytes + 1];
        int head = Framing == BridgeFraming.BscanSpi
            ? HeadOfBits(tdi, 8L * bytes)
            : HeadOfBytes(tdi, bytes);
        for (int i = 0; i < write.Length; i++)
        {
            BitArrays.SetNumber(tdi, head + (8 * i), 8, BitOrder.Reverse(write[i]));
        }

        // One more clock: chip select goes high with it.
        long bits = head + (8L * bytes) + Late;
        if (read.Length == 0)
        {
            _chain.Write(_device, tdi, bits);
            _chain.Tap.Link.Send();
            return;
        }

        int behind = _chain.Behind(_device);
        byte[] padded = new byte[BitArrays.BytesFor(bits + behind)];
        tdi.AsSpan(0, Math.Min(tdi.Length, padded.Length)).CopyTo(padded);
        byte[] tdo = new byte[padded.Length];
        _chain.Exchange(_device, padded, tdo, bits + behind);
        long first = head + behind + (8L * write.Length) + Late;
        for (int i = 0; i < read.Length; i++)
        {
            read[i] = BitOrder.Reverse((byte)BitArrays.Number(tdo, first + (8L * i), 8));
        }
    }

    private static int HeadOfBits(Span<byte> tdi, long bits)
    {
        BitArrays.Set(tdi, 0, true);
        uint length = checked((uint)(bits - 1));
        for (int i = 0; i < 32; i++)
        {
            BitArrays.Set(tdi, 1 + i, ((length >> (31 - i)) & 1) != 0);
        }

        return 33;
    }

    private static int HeadOfBytes(Span<byte> tdi, int bytes)
    {
        // Mode in bits 1:0 (0: more length follows, 1: 5 bits of length, 2: until Update-DR).
        uint mode = bytes < 32 ? 1u : bytes <= MaxCountedBytes ? 0u : 2u;
        BitArrays.Set(tdi, 0, true);
        BitArrays.SetNumber(tdi, 1, 7, mode | (((uint)bytes & 0x1F) << 2));
        if (mode != 0)
        {
            return 8;
        }

        BitArrays.SetNumber(tdi, 8, 8, (uint)bytes >> 5);
        return 16;
    }
}
