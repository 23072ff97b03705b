using System.Globalization;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Packets;

namespace SmartNic.Cli.Replay;

/// <summary>One input capture, checked as it is read.</summary>
internal sealed class ReplayInput : IDisposable
{
    private readonly CaptureReader reader;
    private readonly int linkType;
    private bool hasPrevious;

    /// <exception cref="CaptureException">It cannot be opened, or is no capture.</exception>
    public ReplayInput(PortFile file, PortId port)
    {
        Port = port;
        linkType = port.Kind == PortKind.Slow ? LinkTypes.User0 : LinkTypes.Ethernet;
        reader = CaptureReader.Open(file.Path);
    }

    /// <summary>Where the packets enter.</summary>
    public PortId Port { get; }

    /// <summary>Arrival time of the current packet in nanoseconds since 1970.</summary>
    public ulong TimeNs { get; private set; }

    /// <summary>
    /// Bytes of the current packet; valid until the next call of <see cref="Next"/>.
    /// </summary>
    public ReadOnlySpan<byte> Frame => reader.Frame;

    /// <summary>Bytes of the file read so far.</summary>
    public long BytesRead => reader.BytesRead;

    /// <summary>Goes to the next packet; false at the end.</summary>
    /// <exception cref="CaptureException">The packet cannot be replayed.</exception>
    public bool Next()
    {
        if (!reader.Next())
        {
            return false;
        }

        if (!reader.HasTime)
        {
            throw Error("has no time stamp (pcapng Simple Packet Block); arrival times are needed");
        }

        if (reader.LinkType != linkType)
        {
            throw Error($"is of {LinkTypes.Name(reader.LinkType)}; "
                + $"expected {LinkTypes.Name(linkType)} on this port");
        }

        if (reader.Frame.IsEmpty)
        {
            throw Error("is empty; expected at least one byte");
        }

        if (hasPrevious && reader.TimeNs < TimeNs)
        {
            throw Error($"is stamped {Seconds(reader.TimeNs)}, before packet "
                + $"{reader.PacketNumber - 1}, stamped {Seconds(TimeNs)}; "
                + "stamps must not go back (sort the file: reordercap)");
        }

        hasPrevious = true;
        TimeNs = reader.TimeNs;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private static string Seconds(ulong ns) => string.Create(
        CultureInfo.InvariantCulture, $"{ns / 1_000_000_000}.{ns % 1_000_000_000:000000000}");

    private CaptureException Error(string what) =>
        new($"{reader.Name}: packet {reader.PacketNumber} {what}");
}
