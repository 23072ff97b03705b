using System.Numerics;
using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Against a bucket that counts tokens, in exact arithmetic.</summary>
public sealed class TokenBucketTests
{
    private const uint Flow = 7;

    /// <summary>A bucket of 1500 bytes at 1 Gbit/s: 8 ns a byte.</summary>
    [Test]
    public void ABurstIsWhatTheBucketHolds()
    {
        var (config, bucket) = Make(8 * 256, 1500 * 8 * 256);
        ulong start = 1ul << 40;
        bool Send(ulong ns, ushort bytes) =>
            TokenBucket.Run((U12)(ushort)Flow, (U14)bytes, start + ns * 256, config, bucket);
        Assert.Multiple(() =>
        {
            Assert.That(Send(0, 1501), Is.False, "larger than the bucket");
            Assert.That(Send(0, 1000), Is.True);
            Assert.That(Send(0, 500), Is.True);
            Assert.That(Send(0, 1), Is.False, "empty");
            Assert.That(Send(799, 100), Is.False, "a nanosecond early");
            Assert.That(Send(800, 100), Is.True);
            Assert.That(Send(800 + 8 * 1500, 1500), Is.True, "full again");
        });
    }

    [Test]
    public void WhatIsNotEnabledPasses()
    {
        var (config, bucket) = Make(1000, 1000);
        config.Write(Flow, default);
        Assert.That(
            TokenBucket.Run((U12)(ushort)Flow, (U14)(ushort)9000, 0, config, bucket), Is.True);
    }

    [Test]
    public void AnyTrafficAgreesWithCountedTokens()
    {
        var random = Numbers.Seeded();
        for (int run = 0; run < 200; run++)
        {
            uint perByte = (uint)random.Next(1, 1 << random.Next(1, 24));
            ulong burst = (ulong)random.NextInt64(1, 1L << random.Next(1, 39));
            var (config, bucket) = Make(perByte, burst);
            ulong now = (1ul << 40) + random.NextUInt32();
            // Tokens in ticks: a byte takes perByte of them, one comes every tick.
            BigInteger tokens = burst;
            for (int i = 0; i < 500; i++)
            {
                ulong gap = random.NextUInt64() >> random.Next(30, 64);
                var bytes = (ushort)random.Next(1 << random.Next(1, 15));
                now += gap;
                tokens = BigInteger.Min(burst, tokens + gap);
                BigInteger cost = (BigInteger)perByte * bytes;
                bool conforms = tokens >= cost;
                if (conforms)
                {
                    tokens -= cost;
                }

                Assert.That(TokenBucket.Run(
                    (U12)(ushort)Flow, (U14)bytes, now, config, bucket), Is.EqualTo(conforms));
            }
        }
    }

    private static (Table<BucketConfig>, Rmw<Charge, BucketState, BucketCharge, bool>) Make(
        uint ticksPerByte, ulong burstTicks)
    {
        var config = new Table<BucketConfig>(4096);
        BucketConfig own = default;
        own.Enabled = true;
        own.TicksPerByte = (U24)ticksPerByte;
        own.BurstTicks = (U40)burstTicks;
        config.Write(Flow, own);
        return (config, new(4096));
    }
}
