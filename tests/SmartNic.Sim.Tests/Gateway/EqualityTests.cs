using SmartNic.Kernels;
using SmartNic.Registers;
using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>
/// The RTL and the native kernels on the same frames at the same times: the same bytes in the same
/// order at every output, the same counters, with gaps and stalls on every stream. Once more with
/// the netlist of Yosys, which must have read the same machine as Verilator did.
/// </summary>
public sealed class EqualityTests
{
    // What a batch may put into one output queue: below the smallest queue, so that none drops.
    private const int BatchBytes = 40 * 1024;

    private static readonly double[] Chances = [0, 0.05, 0.5, 0.9];

    [TestCase(512, 1, 12000, 11)]
    [TestCase(256, 1, 3000, 12)]
    [TestCase(128, 1, 3000, 13)]
    [TestCase(64, 1, 3000, 14)]
    [TestCase(512, 2, 3000, 15)]
    [TestCase(512, 1, 3000, 16, "netlist")]
    public void TheRtlDoesWhatTheKernelsSay(
        int width, int interfaces, int frames, int seed, string? top = null)
    {
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        Traffic traffic = new(seed, interfaces);
        GatewayConfig config = World.Config(interfaces: interfaces);
        using GatewayBoard rtl = new(width, interfaces, config, top);
        using ModelBoard model = new(interfaces);
        GatewayDriver driver = GatewayDriver.Attach(
            model.Bar, options: new AttachOptions { TablesAreEmpty = true });
        Assert.That(driver.Apply(config).Errors, Is.Empty);
        rtl.Core.LogAccepted(true);
        for (int done = 0; done < frames;)
        {
            rtl.Shape(Pick(random), Pick(random), random.Next());
            Dictionary<ushort, TestFrame> batch = Fill(rtl, traffic);
            done += batch.Count;
            List<OutputFrame> seen = rtl.Run();
            Compare(seen, Expect(rtl, model, batch));
        }

        rtl.AssertConservation();
        for (int n = 0; n < interfaces; n++)
        {
            Assert.That(Counters(rtl.Core, n), Is.EqualTo(Counters(model.Bar, n)));
        }
    }

    private static double Pick(Random random) => Chances[random.Next(Chances.Length)];

    private static Dictionary<ushort, TestFrame> Fill(GatewayBoard rtl, Traffic traffic)
    {
        Dictionary<ushort, TestFrame> batch = [];
        for (int bytes = 0; bytes < BatchBytes;)
        {
            TestFrame frame = traffic.Next();
            ushort tag = (ushort)batch.Count;
            if (frame.Port.Kind != PortKind.Wire)
            {
                tag |= GatewayBoard.TxTag;
            }

            batch.Add(tag, frame);
            rtl.Push(frame, tag);
            // Up to 50 bytes more, rounded up to the widest beat.
            bytes += frame.Bytes.Length + 50 + 64;
        }

        return batch;
    }

    /// <summary>The model gets the frames as the RTL accepted them.</summary>
    private static List<OutputFrame> Expect(
        GatewayBoard rtl, ModelBoard model, Dictionary<ushort, TestFrame> batch)
    {
        int accepted = 0;
        while (rtl.Core.TryPopAccepted(out SimFrame f))
        {
            accepted++;
            TestFrame frame = batch[f.Tag];
            model.Inject(frame.Port, f.TimeNs, f.Tag, frame.Bad, frame.Bytes);
        }

        Assert.That(accepted, Is.EqualTo(batch.Count));
        List<OutputFrame> expected = [];
        model.Drain((port, time, tag, bytes) =>
            expected.Add(new(port, time, tag, bytes.ToArray())));
        return expected;
    }

    /// <summary>Per output, and there per direction, the order is that of the frames.</summary>
    private static void Compare(List<OutputFrame> seen, List<OutputFrame> expected)
    {
        static ILookup<(PortKind, byte, bool), OutputFrame> Split(List<OutputFrame> frames) =>
            frames.ToLookup(
                f => (f.Port.Kind, f.Port.Interface, (f.Tag & GatewayBoard.TxTag) != 0));

        var left = Split(seen);
        var right = Split(expected);
        foreach (var key in left.Select(g => g.Key).Union(right.Select(g => g.Key)))
        {
            Assert.That(left[key], Is.EqualTo(right[key]), key.ToString());
        }
    }

    private static List<string> Counters(IBar bar, int iface)
    {
        CounterReader reader = new(bar);
        List<string> all = [.. reader.Ports(iface).Select((p, n) => $"port {n}: {p}")];
        for (int tenant = 0; tenant < GatewayBoard.Tenants; tenant++)
        {
            foreach (Outcome outcome in CounterReader.Outcomes)
            {
                all.Add($"rx {tenant} {outcome}: {reader.Read(iface, false, tenant, outcome)}");
                all.Add($"tx {tenant} {outcome}: {reader.Read(iface, true, tenant, outcome)}");
            }
        }

        for (int n = 0; n < CounterIndex.Reasons; n++)
        {
            all.Add($"rx {n}: {reader.Read(iface, false, (Reason)n)}");
            all.Add($"tx {n}: {reader.Read(iface, true, (Reason)n)}");
        }

        return all;
    }
}
