using System.Numerics;
using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Against rows of sums in exact arithmetic, and the paper's bounds.</summary>
public sealed class CountMinTests
{
    private static readonly (long Low, long High)[] Factors =
    [
        (0x9E3779B1, 0x85EBCA77), (0xC2B2AE3D, 0x27D4EB2F), (0x165667B1, 0xD3A2646D),
        (0xFD7046C5, 0xB55A4F09),
    ];

    [Test]
    public void AnEstimateIsTheLeastSumAndNeverTooLow()
    {
        var random = Numbers.Seeded();
        Counter[] rows = [.. Factors.Select(_ => new Counter(4096))];
        var sums = Factors.Select(_ => new Dictionary<int, long>()).ToArray();
        var sent = new Dictionary<ulong, long>();
        ulong[] flows = [.. Enumerable.Range(0, 3000).Select(_ => random.NextUInt64())];
        long all = 0, far = 0;
        for (int i = 0; i < 30_000; i++)
        {
            ulong flow = flows[random.Next(flows.Length)];
            var bytes = (ushort)random.Next(64, 1500);
            all += bytes;
            sent[flow] = sent.GetValueOrDefault(flow) + bytes;
            long least = Factors.Select((f, row) =>
            {
                BigInteger hash = f.Low * new BigInteger(flow & 0xFFFF_FFFF)
                    + f.High * new BigInteger(flow >> 32);
                int at = (int)(hash % (1L << 32) / (1 << 20));
                return sums[row][at] = sums[row].GetValueOrDefault(at) + bytes;
            }).Min();
            ulong estimate = CountMin.Run(
                flow, (U14)bytes, rows[0], rows[1], rows[2], rows[3]);
            Assert.That(estimate, Is.EqualTo((ulong)least));
            Assert.That(estimate, Is.GreaterThanOrEqualTo((ulong)sent[flow]));
            // Theorem 1: more than e / 4096 of all bytes too high once in e^4 times.
            far += least - sent[flow] > Math.E * all / 4096 ? 1 : 0;
        }

        Assert.That(far, Is.LessThan(30_000 / Math.Pow(Math.E, 4)));
    }
}
