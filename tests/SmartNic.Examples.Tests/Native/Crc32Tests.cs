using System.Buffers.Binary;
using System.Text;
using NUnit.Framework;

namespace SmartNic.Examples.Tests.Native;

/// <summary>A beat at a time gives the CRC that a table of 256 entries gives.</summary>
public sealed class Crc32Tests
{
    /// <summary>The check value of the catalogue of CRCs (CRC-32/ISO-HDLC).</summary>
    [Test]
    public void TheOracleHoldsTheCheckValue() =>
        Assert.That(Oracle(Encoding.ASCII.GetBytes("123456789")), Is.EqualTo(0xCBF43926u));

    /// <summary>Values that zlib's crc32 gives for these 64 bytes.</summary>
    [Test]
    public void ZlibAgrees()
    {
        byte[] count = [.. Enumerable.Range(0, 64).Select(i => (byte)i)];
        Assert.Multiple(() =>
        {
            Assert.That(Crc32.Run(0, ToBeat(new byte[64])), Is.EqualTo(0x758d6336u));
            Assert.That(Crc32.Run(0, ToBeat(count)), Is.EqualTo(0x100ece8cu));
        });
    }

    [Test]
    public void FramesOfSeveralBeatsAgreeWithTheOracle()
    {
        var random = Numbers.Seeded();
        for (int frame = 0; frame < 200; frame++)
        {
            var bytes = new byte[64 * (1 + random.Next(4))];
            random.NextBytes(bytes);
            uint crc = 0;
            foreach (byte[] beat in bytes.Chunk(64))
            {
                crc = Crc32.Run(crc, ToBeat(beat));
            }

            Assert.That(crc, Is.EqualTo(Oracle(bytes)));
        }
    }

    private static uint Oracle(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc = (crc >> 8) ^ Table[(byte)(crc ^ b)];
        }

        return ~crc;
    }

    /// <summary>Entry i: the remainder of i, found by long division of x^40 and below.</summary>
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i =>
    {
        ulong dividend = 0;
        for (int bit = 0; bit < 8; bit++)
        {
            dividend |= (((ulong)i >> bit) & 1) << (39 - bit);
        }

        for (int bit = 39; bit >= 32; bit--)
        {
            dividend ^= ((dividend >> bit) & 1) * (0x104C11DB7ul << (bit - 32));
        }

        uint mirrored = 0;
        for (int bit = 0; bit < 32; bit++)
        {
            mirrored |= (uint)((dividend >> bit) & 1) << (31 - bit);
        }

        return mirrored;
    })];

    private static Beat ToBeat(ReadOnlySpan<byte> bytes)
    {
        Beat beat = default;
        beat.W0 = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        beat.W1 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        beat.W2 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        beat.W3 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
        beat.W4 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[32..]);
        beat.W5 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[40..]);
        beat.W6 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[48..]);
        beat.W7 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[56..]);
        return beat;
    }
}
