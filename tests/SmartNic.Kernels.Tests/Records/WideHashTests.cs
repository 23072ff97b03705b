using System.Numerics;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Kernels.Samples;

namespace SmartNic.Kernels.Tests.Records;

/// <summary>How well a key of several words is mixed: all 64 bits are used.</summary>
public sealed class WideHashTests
{
    private const int Bits = 308;

    private readonly Random _random = new(20261130);

    private ulong Word() => (ulong)_random.NextInt64() ^ ((ulong)_random.NextInt64() << 1);

    private ConnectionKey Key() => new()
    {
        Tenant = (U12)(uint)_random.Next(4096),
        Protocol = (byte)_random.Next(256),
        SourcePort = (ushort)_random.Next(65536),
        DestinationPort = (ushort)_random.Next(65536),
        SourceHigh = Word(),
        SourceLow = Word(),
        DestinationHigh = Word(),
        DestinationLow = Word(),
    };

    private static ConnectionKey Flip(ConnectionKey key, int bit)
    {
        var one = 1UL << (bit % 64);
        switch (bit / 64)
        {
            case 0: key.SourceHigh ^= one; break;
            case 1: key.SourceLow ^= one; break;
            case 2: key.DestinationHigh ^= one; break;
            case 3: key.DestinationLow ^= one; break;
            default: FlipRest(ref key, bit % 64); break;
        }

        return key;
    }

    private static void FlipRest(ref ConnectionKey key, int bit)
    {
        switch (bit / 16)
        {
            case 0: key.SourcePort ^= (ushort)(1 << bit); break;
            case 1: key.DestinationPort ^= (ushort)(1 << (bit - 16)); break;
            default:
                key.Tenant = bit < 44 ? key.Tenant ^ (U12)(1u << (bit - 32)) : key.Tenant;
                key.Protocol ^= (byte)(bit < 44 ? 0 : 1 << (bit - 44));
                break;
        }
    }

    /// <summary>Every bit of the key, and of the secret, flips every bit in half of all cases.
    /// </summary>
    [Test]
    public void EveryBitFlipsEveryBit()
    {
        const int Samples = 4_000;
        var flips = new int[Bits + 64, 64];
        for (int n = 0; n < Samples; n++)
        {
            var (key, secret) = (Key(), Word());
            ulong before = ConnectionKey.Mix(key, secret);
            for (int i = 0; i < Bits + 64; i++)
            {
                ulong after = i < Bits ? ConnectionKey.Mix(Flip(key, i), secret)
                    : ConnectionKey.Mix(key, secret ^ (1UL << (i - Bits)));
                for (ulong d = before ^ after; d != 0; d &= d - 1)
                {
                    flips[i, BitOperations.TrailingZeroCount(d)]++;
                }
            }
        }

        // Seven standard deviations of a fair coin.
        double bound = 7 * Math.Sqrt(0.25 / Samples);
        double worst = flips.Cast<int>().Max(c => Math.Abs(((double)c / Samples) - 0.5));
        TestContext.Out.WriteLine($"worst bias {worst:F4}, bound {bound:F4}");
        Assert.That(worst, Is.LessThan(bound));
    }

    /// <summary>
    /// Keys that somebody chooses without the secret: of one bit that differs, or of the same bit
    /// in two words, and of words that change places. They meet in bucket and signature (32 bits of
    /// memory a, or of memory b) by chance only: of four million pairs none.
    /// </summary>
    [Test]
    public void ChosenKeysMeetByChanceOnly()
    {
        const int Samples = 4096;
        int pairs = 0, met = 0;
        for (int n = 0; n < Samples; n++)
        {
            var (key, secret) = (Key(), Word());
            ulong own = ConnectionKey.Mix(key, secret);
            for (int i = 0; i < Bits; i++)
            {
                Meet(own, ConnectionKey.Mix(Flip(key, i), secret));
                for (int word = 1; word < 4 && i < 64; word++)
                {
                    Meet(own, ConnectionKey.Mix(Flip(Flip(key, i), i + (64 * word)), secret));
                }
            }

            Meet(own, ConnectionKey.Mix(key with
            {
                SourceHigh = key.DestinationHigh,
                SourceLow = key.DestinationLow,
                DestinationHigh = key.SourceHigh,
                DestinationLow = key.SourceLow,
                SourcePort = key.DestinationPort,
                DestinationPort = key.SourcePort,
            }, secret));
        }

        TestContext.Out.WriteLine($"{met} of {pairs} met");
        Assert.That(met, Is.LessThan(2));

        void Meet(ulong x, ulong y)
        {
            const ulong A = 0xFFFF_0000_FFFF, B = 0xFFFF_FFFF_0000;
            pairs += 2;
            met += ((x ^ y) & A) == 0 ? 1 : 0;
            met += ((x ^ y) & B) == 0 ? 1 : 0;
        }
    }

    /// <summary>
    /// Flows of one prefix, which one tenant can open as it likes, spread over buckets of both
    /// memories and over signatures as random ones do: chi-square within six standard deviations.
    /// </summary>
    [Test]
    public void FlowsOfOnePrefixSpread()
    {
        const int Entries = 60_000;
        double worst = 0;
        for (int round = 0; round < 10; round++)
        {
            ulong secret = Word();
            int[] a = new int[8192], b = new int[8192], signature = new int[8192];
            int[] stash = new int[1024];
            for (int n = 0; n < Entries; n++)
            {
                var at = RecordMatch.Place(new ConnectionKey
                {
                    Tenant = (U12)1,
                    Protocol = 6,
                    SourceHigh = 0x2001_0DB8_0000_0000,
                    SourceLow = (ulong)(n / 1000),
                    SourcePort = (ushort)(n % 1000),
                    DestinationPort = 443,
                }, secret);
                a[at.A & 8191]++;
                b[at.B & 8191]++;
                signature[at.Signature & 8191]++;
                stash[((at.StashA & 31) << 5) | (at.StashB & 31)]++;
            }

            worst = new[] { a, b, signature, stash }
                .Select(h => Deviations(h, Entries)).Append(worst).Max();
        }

        TestContext.Out.WriteLine($"worst of 40: {worst:F2} standard deviations");
        Assert.That(worst, Is.LessThan(6));
    }

    private static double Deviations(int[] buckets, int entries)
    {
        double expected = (double)entries / buckets.Length;
        double chi = buckets.Sum(n => (n - expected) * (n - expected) / expected);
        return (chi - (buckets.Length - 1)) / Math.Sqrt(2.0 * (buckets.Length - 1));
    }
}
