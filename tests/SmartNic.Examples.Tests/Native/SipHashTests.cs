using System.Buffers.Binary;
using System.Numerics;
using NUnit.Framework;

namespace SmartNic.Examples.Tests.Native;

/// <summary>The vectors of the authors; and their algorithm over bytes, written apart.</summary>
public sealed class SipHashTests
{
    private static readonly byte[] Count = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];

    /// <summary>Appendix A of the paper: 15 bytes.</summary>
    [Test]
    public void TheOracleHoldsThePapersExample() =>
        Assert.That(Oracle(Count, Count[..15]), Is.EqualTo(0xa129ca6149be45e5ul));

    /// <summary>Entry 16 of vectors_sip64 in the authors' reference implementation.</summary>
    [Test]
    public void TheReferenceVectorOf16BytesHolds() => Assert.Multiple(() =>
    {
        Assert.That(Run(Count, Count), Is.EqualTo(0x3f2acc7f57c29bdbul));
        Assert.That(Oracle(Count, Count), Is.EqualTo(0x3f2acc7f57c29bdbul));
    });

    [Test]
    public void RandomMessagesAgreeWithTheOracle()
    {
        var random = Numbers.Seeded();
        byte[] key = new byte[16], message = new byte[16];
        for (int i = 0; i < 1000; i++)
        {
            random.NextBytes(key);
            random.NextBytes(message);
            Assert.That(Run(key, message), Is.EqualTo(Oracle(key, message)));
        }
    }

    private static ulong Run(byte[] key, byte[] message) =>
        SipHash.Run(ToWords(key), ToWords(message));

    private static Words128 ToWords(byte[] bytes) => new()
    {
        Low = BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        High = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8)),
    };

    private static ulong Oracle(byte[] key, byte[] message)
    {
        ulong k0 = BitConverter.ToUInt64(key), k1 = BitConverter.ToUInt64(key, 8);
        ulong[] v = [.. "somepseudorandomlygeneratedbytes".Chunk(8).Select((c, i) =>
            c.Aggregate(0ul, (x, letter) => (x << 8) | letter) ^ (i % 2 == 0 ? k0 : k1))];
        void Round()
        {
            Half(0, 1, 13);
            Half(2, 3, 16);
            v[0] = BitOperations.RotateRight(v[0], 32);
            Half(2, 1, 17);
            Half(0, 3, 21);
            v[2] = BitOperations.RotateRight(v[2], 32);
        }

        void Half(int a, int b, int turn)
        {
            v[a] += v[b];
            v[b] = (v[b] << turn | v[b] >> (64 - turn)) ^ v[a];
        }

        int padding = 7 - (message.Length % 8);
        byte[] padded = [.. message, .. new byte[padding], (byte)message.Length];
        foreach (byte[] block in padded.Chunk(8))
        {
            ulong m = BitConverter.ToUInt64(block);
            v[3] ^= m;
            Round();
            Round();
            v[0] ^= m;
        }

        v[2] ^= 0xff;
        for (int i = 0; i < 4; i++)
        {
            Round();
        }

        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }
}
