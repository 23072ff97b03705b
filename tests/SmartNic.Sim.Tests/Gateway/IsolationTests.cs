using SmartNic.Kernels;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>
/// Blue floods, malforms and misses at line rate on every stream that it shares with red; red loses
/// nothing, and every miss of red reaches the slow path.
/// </summary>
public sealed class IsolationTests
{
    private const int Red = 1;
    private const int Blue = 2;
    private const int FramesEachWay = 12_000;

    [TestCase(21)]
    [TestCase(22)]
    public void AnAdversaryCostsTheOtherTenantNothing(int seed)
    {
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        using GatewayBoard board = new();
        // A slow path that takes one beat in four; wire and host are as fast as the streams.
        board.Core.SetStalls(PortKind.Slow, 0, 0.75, (ulong)seed);
        List<byte[]> received = [], sent = [], missed = [];
        ushort red = 0;
        for (int n = 0; n < FramesEachWay; n++)
        {
            bool victim = random.Next(8) == 0;
            byte[] inner = Inner(random, victim && random.Next(10) == 0, victim, ref red);
            byte[] outer = Frames.VxlanFrame(
                World.East, World.West, World.Vnis[victim ? 0 : 1], inner);
            if (!victim)
            {
                Malform(random, outer);
            }
            else
            {
                received.Add(inner);
            }

            board.Push(new(PortId.Wire(0), outer), 0);
        }

        for (int n = 0; n < FramesEachWay; n++)
        {
            bool victim = random.Next(8) == 0;
            // Few enough for red's own limit: 500 in a burst.
            bool miss = !victim || random.Next(8) == 0;
            byte[] inner = Inner(random, miss, victim, ref red);
            if (victim)
            {
                (miss ? missed : sent).Add(inner);
            }

            board.Push(
                new(PortId.Host(0, (ushort)(victim ? Red : Blue)), inner), GatewayBoard.TxTag);
        }

        var seen = board.Run();
        Assert.Multiple(() =>
        {
            AssertSame("delivered", received, seen
                .Where(f => f.Port == PortId.Host(0, Red)).Select(f => f.Bytes));
            AssertSame("sent", sent, seen
                .Where(f => f.Port.Kind == PortKind.Wire && Vni(f.Bytes) == World.Vnis[0])
                .Select(f => f.Bytes[50..]));
            AssertSame("missed", missed, seen
                .Where(f => f.Port.Kind == PortKind.Slow && Tenant(f.Bytes) == Red)
                .Select(f => f.Bytes[SlowHeader.LengthBytes..]));

            CounterReader counters = new(board.Core);
            foreach (Outcome outcome in CounterReader.Outcomes.Where(CounterIndex.IsDrop))
            {
                Assert.That(counters.Read(0, false, Red, outcome).Packets, Is.Zero, $"{outcome}");
                Assert.That(counters.Read(0, true, Red, outcome).Packets, Is.Zero, $"{outcome}");
            }

            // The adversary was held.
            Assert.That(
                counters.Read(0, false, Blue, Outcome.Rate).Packets,
                Is.GreaterThan(1000));
            Assert.That(
                counters.Read(0, true, Blue, Outcome.SlowPathLimit).Packets,
                Is.GreaterThan(1000));
        });
        board.AssertConservation();
    }

    /// <summary>A frame of a tenant; those of red carry a number.</summary>
    private static byte[] Inner(Random random, bool miss, bool victim, ref ushort number)
    {
        byte[] frame = Frames.UdpFrame(
            miss ? World.Nobody : World.Peer, World.Self, random.Next(64, 200));
        if (victim)
        {
            number++;
            frame[42] = (byte)(number >> 8);
            frame[43] = (byte)number;
        }

        return frame;
    }

    /// <summary>Half of the adversary's frames are broken somewhere in front of the VNI.</summary>
    private static void Malform(Random random, byte[] outer)
    {
        if (random.Next(2) == 0)
        {
            outer[random.Next(12, 46)] ^= (byte)(1 << random.Next(8));
        }
    }

    private static uint Vni(byte[] frame) =>
        ((uint)frame[46] << 16) | ((uint)frame[47] << 8) | frame[48];

    private static int Tenant(byte[] frame) => (frame[4] << 8) | frame[5];

    private static void AssertSame(
        string what, IEnumerable<byte[]> expected, IEnumerable<byte[]> seen) =>
        Assert.That(
            seen.Select(Convert.ToHexString),
            Is.EqualTo(expected.Select(Convert.ToHexString)),
            what);
}
