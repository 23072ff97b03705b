using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Tokens made by the oracle over bytes are taken, others are not.</summary>
public sealed class TokenVerifyTests
{
    [Test]
    public void OnlyARightAndFreshTokenPasses()
    {
        var random = Numbers.Seeded();
        var bytes = new byte[Window.BufferBytes];
        var key = new byte[16];
        for (int i = 0; i < 2000; i++)
        {
            random.NextBytes(bytes);
            random.NextBytes(key);
            BinaryPrimitives.WriteUInt64LittleEndian(
                bytes.AsSpan(24), SipOracle.Hash(key, bytes[..24]));
            uint expiry = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(20));
            Assert.That(Run(bytes, key, expiry), Is.True);
            Assert.That(Run(bytes, key, expiry / 2), Is.True);
            Assert.That(Run(bytes, key, Math.Max(expiry, uint.MaxValue - 1) + 1),
                Is.EqualTo(expiry == uint.MaxValue));
            int bit = random.Next(32 * 8);
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.That(Run(bytes, key, 0), Is.False, $"bit {bit}");
        }
    }

    private static bool Run(byte[] bytes, byte[] key, uint now)
    {
        TokenKey k = default;
        k.Low = BinaryPrimitives.ReadUInt64LittleEndian(key);
        k.High = BinaryPrimitives.ReadUInt64LittleEndian(key.AsSpan(8));
        return TokenVerify.Run(new Window(bytes), k, now);
    }
}
