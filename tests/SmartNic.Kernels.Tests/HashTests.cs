using System.Numerics;
using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests;

/// <summary>How well the keyed hash of the tables mixes.</summary>
public sealed class HashTests
{
    private readonly Random _random = new(20261128);

    /// <summary>
    /// Every bit of the input, and of the secret key, flips every bit of the half that buckets come
    /// from in half of all cases.
    /// </summary>
    [Test]
    public void EveryBitFlipsEveryBit()
    {
        const int Samples = 20_000;
        var flips = new int[128, 32];
        for (int n = 0; n < Samples; n++)
        {
            ulong x = (ulong)_random.NextInt64(), key = (ulong)_random.NextInt64();
            x ^= (ulong)_random.NextInt64() << 1;
            key ^= (ulong)_random.NextInt64() << 1;
            uint before = (uint)Hashes.Mix64(x, key);
            for (int i = 0; i < 128; i++)
            {
                uint after = i < 64
                    ? (uint)Hashes.Mix64(x ^ (1UL << i), key)
                    : (uint)Hashes.Mix64(x, key ^ (1UL << (i - 64)));
                for (uint d = before ^ after; d != 0; d &= d - 1)
                {
                    flips[i, BitOperations.TrailingZeroCount(d)]++;
                }
            }
        }

        // Seven standard deviations of a fair coin.
        double bound = 7 * Math.Sqrt(0.25 / Samples), worst = 0;
        foreach (int count in flips)
        {
            worst = Math.Max(worst, Math.Abs(((double)count / Samples) - 0.5));
        }

        TestContext.Out.WriteLine($"worst bias {worst:F4}, bound {bound:F4}");
        Assert.That(worst, Is.LessThan(bound));
    }

    /// <summary>For every key a bijection: no two keys of 64 bits are mixed into one.</summary>
    [Test]
    public void NoTwoInputsGiveOneOutput()
    {
        ulong key = (ulong)_random.NextInt64();
        var seen = new HashSet<ulong>();
        for (ulong n = 0; n < 200_000; n++)
        {
            Assert.That(seen.Add(Hashes.Mix64(n * 0x0001_0000_0001_0101, key)), $"{n}");
        }
    }

    private static IEnumerable<TestCaseData> Sets()
    {
        yield return Set("sequential MACs", n => (1, (ulong)n));
        yield return Set("16 MACs in every tenant", n => (1 + (n / 16), (ulong)(n % 16)));
        yield return Set("7 MACs of 4095 tenants", n => (1 + (n % 4095), (ulong)(n / 4095)));
        yield return Set("MACs in steps of 256", n => (5, (ulong)n << 8));
        yield return Set("MACs in steps of 65536", n => (5, (ulong)n << 16));
    }

    private static TestCaseData Set(string name, Func<int, (int Tenant, ulong Host)> key) =>
        new TestCaseData(key).SetArgDisplayNames(name);

    /// <summary>
    /// Structured keys spread over the buckets of both memories, and over pairs of buckets, as
    /// random ones do: chi-square within six standard deviations.
    /// </summary>
    [TestCaseSource(nameof(Sets))]
    public void StructuredKeysSpreadAsRandomOnes(Func<int, (int Tenant, ulong Host)> key)
    {
        const int Entries = 28_000;
        double worst = 0;
        for (int round = 0; round < 20; round++)
        {
            ulong hashKey = ((ulong)_random.Next() << 33) ^ (ulong)_random.NextInt64();
            int[] a = new int[4096], b = new int[4096], pair = new int[4096];
            for (int n = 0; n < Entries; n++)
            {
                var (tenant, host) = key(n);
                var at = ExactMatch.Buckets(new FdbKey
                {
                    Tenant = (U12)tenant,
                    Mac = (U48)(0x0200_0000_0000UL + host),
                }, hashKey);
                int inA = at.A & 4095, inB = at.B & 4095;
                a[inA]++;
                b[inB]++;
                pair[((uint)inA * 0x9E3779B1u ^ (uint)inB * 0x85EBCA77u) >> 20]++;
            }

            worst = new[] { a, b, pair }.Select(h => Deviations(h, Entries)).Append(worst).Max();
        }

        TestContext.Out.WriteLine($"worst of 60: {worst:F2} standard deviations");
        Assert.That(worst, Is.LessThan(6));
    }

    /// <summary>How many standard deviations above a fair spread chi-square is.</summary>
    private static double Deviations(int[] buckets, int entries)
    {
        double expected = (double)entries / buckets.Length;
        double chi = buckets.Sum(n => (n - expected) * (n - expected) / expected);
        return (chi - (buckets.Length - 1)) / Math.Sqrt(2.0 * (buckets.Length - 1));
    }

    /// <summary>
    /// Keys that differ in one or two neighbouring bits meet in both buckets no more often than
    /// chance has it: nobody can choose such keys without the secret one.
    /// </summary>
    [Test]
    public void NearKeysMeetByChanceOnly()
    {
        const int Samples = 1 << 14;
        int worst = 0;
        for (int i = 0; i < 127; i++)
        {
            ulong difference = i < 64 ? 1UL << i : 3UL << (i - 64);
            int met = 0;
            for (int n = 0; n < Samples; n++)
            {
                ulong x = (ulong)_random.NextInt64(), key = (ulong)_random.NextInt64() * 2 + 1;
                ulong d = Hashes.Mix64(x, key) ^ Hashes.Mix64(x ^ difference, key);
                met += (d & 0x0FFF_0FFF) == 0 ? 1 : 0;
            }

            worst = Math.Max(worst, met);
        }

        // Two million pairs, one in 2^24 by chance: three for one difference are not.
        Assert.That(worst, Is.LessThan(3));
    }
}
