using System.Globalization;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Packets;

namespace SmartNic.Cli.Replay;

/// <summary>One input capture, checked as it is read.</summary>
internal sealed class ReplayInput : IDisposable
{
    private readonly CaptureReader reader;
    private readonly SortWindow? window;
    private readonly ulong withinNs;
    private readonly int linkType;
    private bool hasPrevious;
    private bool isEnd;

    /// <exception cref="CaptureException">It cannot be opened, or is no capture.</exception>
    public ReplayInput(PortFile file, PortId port, ReplayOptions options)
    {
        Port = port;
        linkType = port.Kind == PortKind.Slow ? LinkTypes.User0 : LinkTypes.Ethernet;
        reader = CaptureReader.Open(file.Path);
        reader.SkipsCut = options.SkipsCut;
        withinNs = options.SortWithinNs ?? 0;
        window = options.SortWithinNs is null ? null : new SortWindow(withinNs);
    }

    /// <summary>Where the packets enter.</summary>
    public PortId Port { get; }

    /// <summary>Arrival time of the current packet in nanoseconds since 1970.</summary>
    public ulong TimeNs { get; private set; }

    /// <summary>
    /// Bytes of the current packet; valid until the next call of <see cref="Next"/>.
    /// </summary>
    public ReadOnlySpan<byte> Frame => window is null ? reader.Frame : window.Frame;

    /// <summary>Bytes of the file read so far.</summary>
    public long BytesRead => reader.BytesRead;

    /// <summary>Packets that were left out because they are cut.</summary>
    public long CutPackets => reader.CutPackets;

    /// <summary>Goes to the next packet; false at the end.</summary>
    /// <exception cref="CaptureException">The packet cannot be replayed.</exception>
    public bool Next() => window is null ? NextInOrder() : NextSorted(window);

    /// <summary>What was done to the packets of the file, a line each.</summary>
    public IEnumerable<string> Notes()
    {
        if (CutPackets > 0)
        {
            yield return $"{reader.Name}: {CutPackets} cut packets were left out";
        }

        if (window is { OutOfOrder: > 0 })
        {
            yield return $"{reader.Name}: {window.OutOfOrder} packets were out of order, by at "
                + $"most {Duration.Text(window.FarthestNs)}; they were sorted";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private bool NextInOrder()
    {
        if (!Read())
        {
            return false;
        }

        if (hasPrevious && reader.TimeNs < TimeNs)
        {
            throw Error($"is stamped {Seconds(reader.TimeNs)}, before packet "
                + $"{reader.PacketNumber - 1}, stamped {Seconds(TimeNs)}; stamps must not go back "
                + "(--sort-within 1ms, or more, sorts them; or sort the file: reordercap)");
        }

        hasPrevious = true;
        TimeNs = reader.TimeNs;
        return true;
    }

    private bool NextSorted(SortWindow packets)
    {
        while (!packets.TryTake(isEnd))
        {
            if (isEnd)
            {
                return false;
            }

            isEnd = !Read();
            if (!isEnd && !packets.TryAdd(reader.TimeNs, reader.PacketNumber, reader.Frame))
            {
                var back = packets.NewestNs!.Value - reader.TimeNs;
                throw Error($"is stamped {Seconds(reader.TimeNs)}, {Duration.Text(back)} before "
                    + $"packet {packets.NewestNumber}, stamped {Seconds(packets.NewestNs.Value)}; "
                    + $"--sort-within {Duration.Text(withinNs)} is too short (or sort the file: "
                    + "reordercap)");
            }

            if (packets.IsFull)
            {
                throw Error($"is one too many: more than {SortWindow.MaxBytes >> 20} MiB of "
                    + $"packets lie within --sort-within {Duration.Text(withinNs)}; give a "
                    + "shorter one, or sort the file: reordercap");
            }
        }

        TimeNs = packets.TimeNs;
        return true;
    }

    private bool Read()
    {
        if (!reader.Next())
        {
            return false;
        }

        if (!reader.HasTime)
        {
            throw Error("has no time stamp (pcapng Simple Packet Block); arrival times are needed: "
                + "capture with stamps (tcpdump -w, dumpcap)");
        }

        if (reader.LinkType != linkType)
        {
            var advice = linkType == LinkTypes.User0
                ? "frames of this port have a metadata header, as --out slow=FILE writes them"
                : LinkTypes.Advice(reader.LinkType);
            throw Error($"is of {LinkTypes.Name(reader.LinkType)}; "
                + $"expected {LinkTypes.Name(linkType)} on this port; {advice}");
        }

        return !reader.Frame.IsEmpty ? true : throw Error(
            "is empty; expected at least one byte (take it out: editcap FILE OUT "
            + $"{reader.PacketNumber})");
    }

    private static string Seconds(ulong ns) => string.Create(
        CultureInfo.InvariantCulture, $"{ns / 1_000_000_000}.{ns % 1_000_000_000:000000000}");

    private CaptureException Error(string what) =>
        new($"{reader.Name}: packet {reader.PacketNumber} {what}");
}
