using System.Text.Json;
using SmartNic.Driver;
using SmartNic.Packets;

namespace SmartNic.Demo;

/// <summary>What can be said of a scenario without peers: frames in, and what comes out, on the
/// native kernels and on the Verilated RTL.</summary>
public static class PacketFixture
{
    private const ushort Ethernet = 1;
    private const string Wire = "wire";
    private const string FileName = "packets.json";

    /// <summary>Whether a folder has one.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Sends the frames of a folder's <c>packets.json</c> through a backend.</summary>
    /// <param name="folder">Folder of the scenario.</param>
    /// <param name="backend"><c>model</c> or <c>sim</c>.</param>
    /// <param name="snic">The <c>snic</c> program.</param>
    /// <param name="output">Folder of captures.</param>
    /// <returns>What is not as the fixture says, and the reasons of drops.</returns>
    /// <exception cref="DemoException">It cannot be read or replayed.</exception>
    public static (IReadOnlyList<string> Faults, IReadOnlyDictionary<string, ulong> Drops) Run(
        string folder, string backend, string snic, string output)
    {
        IReadOnlyList<FixtureFrame> frames = Read(Path.Combine(folder, FileName));
        Directory.CreateDirectory(output);
        string[] ins = [.. frames.Select(f => f.In).Distinct()];
        string[] outs = [.. frames.Select(f => f.Out).OfType<string>().Distinct()];
        foreach (string port in ins)
        {
            Write(PathOf($"in-{port}"), port, frames);
        }

        string counters = Path.Combine(output, $"{backend}-counters.json");
        Shell.Run(snic,
        [
            "capture", "replay", "--backend", backend,
            "--config", Path.Combine(folder, "gateway.yaml"),
            .. ins.SelectMany(p => new[] { "--in", $"{p}={PathOf($"in-{p}")}" }),
            .. outs.SelectMany(p => new[] { "--out", $"{p}={PathOf(p)}" }),
            "--counters", counters,
        ]);
        CounterSnapshot snapshot = JsonSerializer.Deserialize(
            File.ReadAllText(counters), CounterJson.Default.CounterSnapshot)
            ?? throw new DemoException("the counters are empty");
        ulong dropped = snapshot.Drops.Values.Aggregate(0UL, (sum, n) => sum + n);
        int wanted = frames.Count(f => f.Out is null);
        return (
            [
                .. outs.SelectMany(p => Compare(p, PathOf(p), frames)),
                .. dropped == (ulong)wanted ? (string[])[] :
                    [$"{dropped} frames were dropped, expected {wanted}"],
            ],
            snapshot.Drops.Where(d => d.Value != 0).ToDictionary());

        string PathOf(string port) => Path.Combine(output, $"{backend}-{port}.pcap");
    }

    /// <summary>The frames of a fixture.</summary>
    /// <exception cref="DemoException">It cannot be read.</exception>
    internal static IReadOnlyList<FixtureFrame> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(
                File.ReadAllText(path), ScenarioJson.Default.IReadOnlyListFixtureFrame)
                ?? throw new JsonException("it is empty");
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new DemoException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>A microsecond between frames: all ports share one time.</summary>
    private static void Write(string path, string port, IReadOnlyList<FixtureFrame> frames)
    {
        using PcapWriter writer = PcapWriter.Create(path, Ethernet);
        foreach ((int n, FixtureFrame frame) in frames.Index().Where(f => f.Item.In == port))
        {
            writer.Write((ulong)(n + 1) * 1000, Convert.FromHexString(frame.Frame));
        }
    }

    private static IEnumerable<string> Compare(
        string port, string path, IReadOnlyList<FixtureFrame> frames)
    {
        // What is around a frame on the wire was chosen by the gateway; the frame was not.
        string[] got =
        [
            .. StampedFrame.Read(path).Select(f => Convert.ToHexStringLower(
                port == Wire && VxlanFrame.TryRead(f.Bytes, out _, out byte[] inner)
                    ? inner : f.Bytes)),
        ];
        foreach (FixtureFrame wanted in frames.Where(f => f.Out == port))
        {
            if (!got.Contains(wanted.FrameOut))
            {
                yield return $"{wanted.Says}: not at {port}";
            }
        }

        int expected = frames.Count(f => f.Out == port);
        if (got.Length != expected)
        {
            yield return $"{port}: {got.Length} frames, expected {expected}";
        }
    }
}

/// <summary>A frame of a fixture.</summary>
/// <param name="Says">What it is.</param>
/// <param name="In">The port where it comes in.</param>
/// <param name="Frame">The frame, hexadecimal, without FCS.</param>
/// <param name="Out">The port where it goes out; null when it is dropped.</param>
/// <param name="FrameOut">What goes out there, of the wire without its encapsulation.</param>
internal sealed record FixtureFrame(
    string Says, string In, string Frame, string? Out, string? FrameOut);
