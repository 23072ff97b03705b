using System.Buffers.Binary;
using NUnit.Framework;

namespace SmartNic.Examples.Tests.Native;

/// <summary>The vectors of the authors; and their algorithm over bytes, written apart.</summary>
public sealed class SipHashTests
{
    private static readonly byte[] Count = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];

    /// <summary>Appendix A of the paper: 15 bytes.</summary>
    [Test]
    public void TheOracleHoldsThePapersExample() =>
        Assert.That(SipOracle.Hash(Count, Count[..15]), Is.EqualTo(0xa129ca6149be45e5ul));

    /// <summary>Entry 16 of vectors_sip64 in the authors' reference implementation.</summary>
    [Test]
    public void TheReferenceVectorOf16BytesHolds() => Assert.Multiple(() =>
    {
        Assert.That(Run(Count, Count), Is.EqualTo(0x3f2acc7f57c29bdbul));
        Assert.That(SipOracle.Hash(Count, Count), Is.EqualTo(0x3f2acc7f57c29bdbul));
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
            Assert.That(Run(key, message), Is.EqualTo(SipOracle.Hash(key, message)));
        }
    }

    private static ulong Run(byte[] key, byte[] message) =>
        SipHash.Run(ToWords(key), ToWords(message));

    private static Words128 ToWords(byte[] bytes) => new()
    {
        Low = BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        High = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8)),
    };
}
