using System.Buffers.Binary;
using SmartNic.Flash;
using SmartNic.Testing;

namespace SmartNic.Jtag.Tests.Model;

/// <summary>
/// Configuration streams by UG470 chapter 5 and UG570 chapter 9: what write_bitstream writes, with
/// random frames. A stacked part's further regions are nested in writes of BOUT, as in bitstreams
/// for the XCVU9P.
/// </summary>
internal sealed class BitstreamBuilder
{
    private readonly List<uint> _words = [];
    private readonly ConfigurationCrc _crc = new();

    /// <summary>An image for a part.</summary>
    /// <param name="part">Its codes.</param>
    /// <param name="frameWords">Words of frames in each region.</param>
    /// <param name="usercode">What the design is, for the model; 0 for any.</param>
    /// <param name="seed">Of the frames.</param>
    /// <param name="name">Part in the header; null for none.</param>
    public static FpgaImage Image(
        SimPart part, int frameWords, uint usercode = 0, int seed = 1, string? name = null)
    {
        var builder = new BitstreamBuilder();
        builder.Region([part.Idcode & 0x0FFF_FFFF, .. part.Slaves], frameWords, usercode,
            new Random(seed));
        byte[] bytes = new byte[4 * builder._words.Count];
        for (int i = 0; i < builder._words.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), builder._words[i]);
        }

        return new FpgaImage(
            "design.bit", "design", name, null, bytes, "bit", part.Idcode & 0x0FFF_FFFF);
    }

    private static uint Type1(uint register, int count) =>
        0x3000_0000 | (register << 13) | (uint)count;

    private void Region(ReadOnlySpan<uint> codes, int frameWords, uint usercode, Random random)
    {
        Add(16, 0xFFFF_FFFF);
        _words.AddRange([0x0000_00BB, 0x1122_0044, 0xFFFF_FFFF, 0xFFFF_FFFF, 0xAA99_5566]);
        Add(2, 0x2000_0000);
        Write(4, 0); // NULL
        Write(4, 7); // RCRC
        _crc.Reset();
        Add(2, 0x2000_0000);
        Write(9, 0x0200_3FE5); // COR0
        Write(12, codes[0]); // IDCODE
        Write(13, usercode); // AXSS
        Write(1, 0); // FAR
        Write(4, 1); // WCFG
        _words.Add(Type1(2, 0));
        _words.Add(0x5000_0000 | (uint)frameWords);
        for (int i = 0; i < frameWords; i++)
        {
            Data(2, (uint)random.NextInt64(1L << 32));
        }

        Crc();
        Write(4, 10); // GRESTORE
        Write(4, 3); // LFRM
        Add(20, 0x2000_0000);
        Write(4, 5); // START
        Write(1, 0x03BE_0000); // FAR
        Crc();
        Write(4, 13); // DESYNC
        Add(40, 0x2000_0000);
        if (codes.Length > 1)
        {
            Nested(codes[1..], frameWords, usercode, random);
        }
    }

    private void Nested(ReadOnlySpan<uint> codes, int frameWords, uint usercode, Random random)
    {
        var inner = new BitstreamBuilder();
        inner.Region(codes, frameWords, usercode, random);
        _words.AddRange([0xAA99_5566, 0x2000_0000]);
        Write(4, 11); // SHUTDOWN
        Write(4, 7);
        _words.Add(Type1(30, 0));
        _words.Add(0x5000_0000 | (uint)inner._words.Count);
        _words.AddRange(inner._words);
        Write(4, 5); // START
        Write(4, 13); // DESYNC
        Add(12, 0x2000_0000);
    }

    private void Add(int count, uint word) =>
        _words.AddRange(Enumerable.Repeat(word, count));

    private void Write(uint register, uint word)
    {
        _words.Add(Type1(register, 1));
        Data(register, word);
    }

    private void Data(uint register, uint word)
    {
        _words.Add(word);
        _crc.Add(register, word);
    }

    private void Crc()
    {
        _words.Add(Type1(0, 1));
        _words.Add(_crc.Value);
        _crc.Reset();
    }
}
