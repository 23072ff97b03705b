using System.Buffers.Binary;

namespace SmartNic.SlowPath.Tests;

/// <summary>Mutated requests: nothing may throw, and whatever goes out is well formed.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 200_000;

    [Test]
    public void MutationsNeverBreakTheContract()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        (int Reason, byte[] Frame)[] requests = [.. Frames.Requests];
        Bench bench = Bench.Create(ledgerEvery: Rounds / 1000);
        long injected = 0;
        for (int round = 0; round < Rounds; round++)
        {
            (int reason, byte[] frame) = requests[random.Next(requests.Length)];
            byte[] punt = Mutate(random, reason, frame);
            bench.Injected.Clear();
            bench.NowNs += 1_000_000;
            SlowPathOutcome outcome = bench.PuntRaw(punt);
            injected += bench.Injected.Count;
            foreach (byte[] answer in bench.Injected)
            {
                Assert.That(Fault(answer, punt, outcome), Is.Null,
                    $"seed {seed} round {round} {outcome}: {Hex.Text(punt)}");
            }
        }

        IReadOnlyDictionary<string, long> counters = bench.Engine.Counters.All;
        Assert.That(counters["received"], Is.EqualTo(Rounds));
        Assert.That(counters["injected"], Is.EqualTo(injected).And.GreaterThan(Rounds / 100));
    }

    private static byte[] Mutate(Random random, int reason, byte[] frame)
    {
        var punt = new byte[32 + frame.Length + random.Next(3)];
        (punt[0], punt[2]) = (1, (byte)reason);
        punt[5] = (byte)(reason >= Reasons.Arp ? Bench.Red : 0);
        BinaryPrimitives.WriteUInt16BigEndian(punt.AsSpan(6), (ushort)(punt.Length - 32));
        frame.CopyTo(punt, 32);
        for (int n = random.Next(4); n > 0; n--)
        {
            int at = random.Next(8) == 0 ? random.Next(32) : 32 + random.Next(frame.Length);
            punt[at] = random.Next(3) switch
            {
                0 => (byte)random.Next(256),
                1 => (byte)(punt[at] ^ (1 << random.Next(8))),
                _ => (byte)(random.Next(2) * 255),
            };
        }

        return random.Next(10) == 0 ? punt[..random.Next(punt.Length + 1)] : punt;
    }

    /// <summary>What is wrong with an injected frame, or null.</summary>
    private static string? Fault(byte[] answer, byte[] punt, SlowPathOutcome outcome)
    {
        int action = answer[1];
        if (answer[0] != 1 || BinaryPrimitives.ReadUInt16BigEndian(answer.AsSpan(6))
            != answer.Length - 32)
        {
            return "header";
        }

        bool fromWire = punt[2] <= Reasons.WirePing;
        bool isAnswer = outcome is SlowPathOutcome.ArpAnswered
            or SlowPathOutcome.NeighbourAnswered or SlowPathOutcome.EchoAnswered;
        if (action != (fromWire ? 2 : isAnswer ? 3 : 1))
        {
            return "action";
        }

        ReadOnlySpan<byte> frame = answer.AsSpan(32);
        if (!isAnswer)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(punt.AsSpan(6));
            return frame.SequenceEqual(punt.AsSpan(32, length)) ? null : "replica differs";
        }

        // An answer comes from a station, never from the one who asked; only the answer to
        // duplicate detection goes to a group.
        bool toGroup = (frame[0] & 1) != 0;
        bool allNodes = Hex.Text(frame[..6]) == "333300000001";
        if ((frame[6] & 1) != 0 || frame[..6].SequenceEqual(frame.Slice(6, 6)) ||
            (toGroup && !(allNodes && outcome == SlowPathOutcome.NeighbourAnswered)))
        {
            return "addresses";
        }

        return outcome == SlowPathOutcome.ArpAnswered || Checks.ChecksumsAreRight(frame)
            ? null
            : "checksum";
    }
}
