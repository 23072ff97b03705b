using SmartNic.Packets;

namespace SmartNic.Demo;

/// <summary>Records the captures that are replayed where the demo cannot run live.</summary>
internal static class FixtureRecorder
{
    private const int MaxTotalBytes = 200_000;
    private const ushort Ethernet = 1;

    /// <summary>The demo with a rate so low that its captures are small.</summary>
    public static DemoOptions Small(DemoOptions options) => options with
    {
        Record = true,
        RateBitsPerSecond = 64_000,
        BurstBytes = 4096,
        UdpPayloadBytes = 150,
        UdpWarmUpSeconds = 0.8,
        UdpSeconds = 3.6,
        FileBytes = 6 * 1024,
        Pings = 3,
    };

    /// <summary>Runs the small demo live and keeps what the kernel sent.</summary>
    /// <exception cref="DemoException">It cannot be run here, or the captures are too large.
    /// </exception>
    public static void Run(DemoOptions options, Progress progress, CancellationToken cancel)
    {
        DemoOptions small = Small(options);
        LiveDemo.Run(small, progress, cancel);
        if (progress.Failures.Count != 0)
        {
            throw new DemoException("not recorded: not all was as expected: "
                + string.Join("; ", progress.Failures));
        }

        Directory.CreateDirectory(options.FixtureFolder);
        File.Copy(Path.Combine(options.OutputFolder, "gateway.yaml"),
            Path.Combine(options.FixtureFolder, "gateway.yaml"), overwrite: true);
        long total = 0;
        foreach (string port in ReplayDemo.Ports(small))
        {
            string target = PortCaptures.PathOf(options.FixtureFolder, port);
            Rewrite(PortCaptures.PathOf(options.OutputFolder, port), target);
            total += new FileInfo(target).Length;
        }

        progress.Expect(total <= MaxTotalBytes,
            $"recorded {total} bytes in {options.FixtureFolder}");
    }

    /// <summary>Writes a capture again in the project's own format: two processors may stamp two
    /// frames in the other order, and a replay takes no stamp that goes back.</summary>
    private static void Rewrite(string from, string to)
    {
        using PcapWriter writer = PcapWriter.Create(to, Ethernet);
        ulong last = 0;
        foreach (StampedFrame frame in StampedFrame.Read(from))
        {
            last = Math.Max(last, frame.TimeNs);
            writer.Write(last, frame.Bytes);
        }
    }
}
