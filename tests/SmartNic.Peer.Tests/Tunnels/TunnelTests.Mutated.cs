using SmartNic.Demo;
using SmartNic.Driver;
using SmartNic.Packets;
using SmartNic.Testing;

namespace SmartNic.Peer.Tests.Tunnels;

/// <content>Frames that scapy builds and damages, on the same wire.</content>
public sealed partial class TunnelTests
{
    private const int Seed = 1;
    private const int LeastReasons = 10;
    private const int Burst = 800; // what fits into the ring of a device
    private const int PatienceMs = 30_000;
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(2);

    private int MutatedFrames => backend == DemoOptions.Soft ? 10_000 : 1000;

    /// <summary>Each is delivered, punted or dropped for a reason; then tunnels work as before.
    /// </summary>
    [Test]
    public void MutatedFramesAreCounted()
    {
        string path = Path.Combine(PeerSetUp.Folder, $"guest-{backend}", "mutated.pcap");
        TestContext.Out.WriteLine($"seed {Seed}");
        Tool.MustPass(BuildLimit, "/usr/bin/python3",
            [Checkout.At("tests", "SmartNic.Peer.Tests", "Tunnels", "mutate.py"), $"{Seed}",
                $"{MutatedFrames}", path, .. TunnelPlan.WithVni.Select(t => $"{t.Vni}")]);
        CounterSnapshot before = _board.Counters();
        using (var wire = new PacketSocket(PeerBoard.WireDevice))
        using (CaptureReader reader = CaptureReader.Open(path))
        {
            for (int sent = 1; reader.Next(); sent++)
            {
                wire.Send(reader.Frame.ToArray());
                if (sent % Burst == 0 || sent == MutatedFrames)
                {
                    Assert.That(() => Entered(_board.Counters()) - Entered(before),
                        Is.GreaterThanOrEqualTo((ulong)sent).After(PatienceMs, 10));
                }
            }
        }

        CounterSnapshot after = _board.Counters();
        Dictionary<string, ulong> drops = after.Drops
            .Select(drop => (drop.Key, Count: drop.Value - before.Drops[drop.Key]))
            .Where(drop => drop.Count > 0).ToDictionary(drop => drop.Key, drop => drop.Count);
        TestContext.Out.WriteLine(string.Join('\n', drops.Select(d => $"{d.Value,6} {d.Key}")));
        Assert.That(drops, Has.Count.GreaterThanOrEqualTo(LeastReasons));
        CheckCounters();
        foreach (TunnelPlan tunnel in Tunnels)
        {
            CheckPings(tunnel);
        }
    }

    private static ulong Entered(CounterSnapshot counters) => counters.Ports["wire.0"].In.Packets;
}
