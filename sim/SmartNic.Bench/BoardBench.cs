using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Sim;

namespace SmartNic.Bench;

/// <summary>The verilated board at 512 bit: clocks per packet, latency, its own speed.</summary>
internal sealed class BoardBench : IDisposable
{
    private const int BeatBytes = 64;
    private const int Frames = 600;
    private const long MostClocks = 100_000_000;

    private static readonly int[] Sizes =
        [64, 65, 114, 128, 256, 512, 1024, 1500, 1514, 4096, 9018];

    private readonly SimCore _core = new(new SimOptions());
    private readonly byte[] _buffer = new byte[SimCore.MaxFrameBytes];
    private readonly ushort[] _queues;

    /// <summary>Starts a board with two tenants of 100 Gbit/s, more than they ever get.</summary>
    public BoardBench()
    {
        _core.Run(1000);
        var driver = GatewayDriver.Attach(
            _core, options: new AttachOptions { TablesAreEmpty = true });
        ApplyResult applied = driver.Apply(Gateways.Of(2, 2, 1, BitRate.MaxBitsPerSecond));
        if (!applied.Ok)
        {
            throw new InvalidOperationException(string.Join("; ", applied.Errors));
        }

        _queues = [driver.TenantIndex("t0")!.Value, driver.TenantIndex("t1")!.Value];
    }

    /// <summary>Back to back, both directions at once, every size.</summary>
    public IEnumerable<Throughput> ClocksPerPacket()
    {
        foreach (int size in Sizes)
        {
            Fill(size, Frames);
            var frames = RunOut(2 * Frames, size);
            yield return Steady("rx", size, size + Packets.OuterBytes, size,
                frames.Where(f => f.Port.Kind == PortKind.Host));
            yield return Steady("tx", size, size, size + Packets.OuterBytes,
                frames.Where(f => f.Port.Kind == PortKind.Wire));
        }
    }

    /// <summary>Single frames through the idle gateway, last beat in to first beat out.</summary>
    public IEnumerable<Latency> Latencies()
    {
        const int size = 64;
        foreach (string direction in new[] { "rx", "tx" })
        {
            long worst = 0;
            for (int i = 0; i < 16; i++)
            {
                _core.LogAccepted(true);
                Push(direction == "rx" ? PortKind.Wire : PortKind.Host, i, size);
                SimFrame output = RunOut(1, size)[0];
                if (!_core.TryPopAccepted(out SimFrame input))
                {
                    throw new InvalidOperationException("latency: no frame was accepted");
                }

                worst = Math.Max(worst, (long)output.FirstClock - (long)input.LastClock);
            }

            _core.LogAccepted(false);
            yield return new Latency(direction, size, worst);
        }
    }

    /// <summary>Time per clock while both directions are busy.</summary>
    public IEnumerable<SimulationSpeed> Speed()
    {
        foreach (var (size, frames) in new[] { (64, 200_000), (1500, 20_000) })
        {
            Fill(size, frames / 10);
            RunOut(2 * frames / 10, size);
            Fill(size, frames);
            ulong start = _core.Clocks;
            var clock = new CpuClock();
            bool isIdle = _core.Run(MostClocks);
            double seconds = clock.Seconds;
            long clocks = (long)(_core.Clocks - start);
            Outputs(isIdle, 2 * frames, size);
            yield return new SimulationSpeed(size, clocks, clocks / seconds, 2 * frames / seconds);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _core.Dispose();

    private static Throughput Steady(
        string direction, int size, int input, int output, IEnumerable<SimFrame> frames)
    {
        ulong[] ends = [.. frames.Select(f => f.LastClock)];
        int first = ends.Length / 4;
        double clocks = (double)(ends[^1] - ends[first]) / (ends.Length - 1 - first);
        int inputBeats = (input + BeatBytes - 1) / BeatBytes;
        int outputBeats = (output + BeatBytes - 1) / BeatBytes;
        return new Throughput(direction, size, inputBeats, outputBeats,
            Math.Max(inputBeats, outputBeats), clocks);
    }

    private void Fill(int size, int frames)
    {
        for (int i = 0; i < frames; i++)
        {
            Push(PortKind.Wire, i, size);
            Push(PortKind.Host, i, size);
        }
    }

    private void Push(PortKind kind, int i, int size)
    {
        byte[] inner = Packets.Inner(i % 2, size);
        bool isWire = kind == PortKind.Wire;
        _core.Push(new PortId(kind, 0, isWire ? (ushort)0 : _queues[i % 2]), 0, (ushort)i,
            isWire ? Packets.Outer(Gateways.Vni(i % 2), inner) : inner);
    }

    private List<SimFrame> RunOut(int frames, int size) =>
        Outputs(_core.Run(MostClocks), frames, size);

    /// <summary>Everything that came out; each frame must have.</summary>
    private List<SimFrame> Outputs(bool isIdle, int frames, int size)
    {
        var outputs = new List<SimFrame>(frames);
        while (_core.TryPop(_buffer, out SimFrame frame))
        {
            int expected = frame.Port.Kind == PortKind.Host ? size : size + Packets.OuterBytes;
            if (frame.Port.Kind == PortKind.Slow || frame.LengthBytes != expected)
            {
                throw new InvalidOperationException(
                    $"board: a frame of {frame.LengthBytes} bytes left at {frame.Port}");
            }

            outputs.Add(frame);
        }

        return isIdle && outputs.Count == frames
            ? outputs
            : throw new InvalidOperationException(
                $"board: {outputs.Count} of {frames} frames of {size} bytes came out");
    }
}
