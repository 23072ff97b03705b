using System.Runtime.InteropServices;
using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Replay;

/// <summary>
/// What was put into the board since it was last empty, and what came out of that: brought into
/// the order of the input by the tag that travels with each frame.
/// </summary>
/// <remarks>
/// A tag is the number of the input packet modulo 2^16, so a batch must stay below 2^16 packets;
/// it is drained when it is full, and that bounds memory too.
/// </remarks>
internal sealed class OutputBatch
{
    private const int MaxPackets = 16384;
    private const int MaxBytes = 16 << 20;

    private readonly ulong[] stamps = new ulong[MaxPackets];
    private readonly List<Departure> departures = [];
    private byte[] bytes = new byte[1 << 20];
    private int bytesUsed;
    private bool isInOrder = true;
    private long first;
    private int accepted;
    private long bytesAccepted;

    /// <summary>Frames and bytes that left the board, by port.</summary>
    public PortTally Left { get; } = new();

    /// <summary>True when the board must be drained before the next packet.</summary>
    public bool IsFull => accepted == MaxPackets || bytesAccepted > MaxBytes;

    /// <summary>Notes a packet that goes into the board.</summary>
    /// <returns>Its tag.</returns>
    public ushort Accept(ulong timeNs, int length)
    {
        stamps[accepted] = timeNs;
        bytesAccepted += length;
        return (ushort)(first + accepted++);
    }

    /// <summary>Drains the board and writes what left it, in the order of the input.</summary>
    /// <exception cref="CliException">The board let out what was never put in.</exception>
    public void Drain(IReplayBoard board, OutputSet outputs)
    {
        board.Drain((port, timeNs, tag, frame) => Depart(outputs, port, timeNs, tag, frame));

        // Frames of one input packet keep the order in which they left. The native kernels let
        // them out in the order of the input; the ports of the Verilog do not wait for each other.
        if (!isInOrder)
        {
            departures.Sort(static (a, b) =>
                a.Place != b.Place ? a.Place.CompareTo(b.Place) : a.Start.CompareTo(b.Start));
        }

        foreach (ref readonly var departure in CollectionsMarshal.AsSpan(departures))
        {
            departure.Output.Write(stamps[departure.Place],
                bytes.AsSpan(departure.Start, departure.Length));
        }

        departures.Clear();
        isInOrder = true;
        bytesUsed = 0;
        first += accepted;
        accepted = 0;
        bytesAccepted = 0;
    }

    private void Depart(
        OutputSet outputs, PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame)
    {
        var place = (ushort)(tag - (ushort)first);
        if (place >= accepted || stamps[place] != timeNs)
        {
            throw new CliException(ExitCode.Device, $"the board let out a frame at {port} with "
                + $"tag {tag} and stamp {timeNs} ns, which no packet in flight has");
        }

        Left.Add(port, frame.Length);
        if (outputs.Find(OutputSet.Key(port)) is not { } output)
        {
            return;
        }

        if (bytesUsed + frame.Length > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        frame.CopyTo(bytes.AsSpan(bytesUsed));
        isInOrder &= departures.Count == 0 || departures[^1].Place <= place;
        departures.Add(new Departure(place, output, bytesUsed, frame.Length));
        bytesUsed += frame.Length;
    }

    private readonly record struct Departure(
        int Place, ReplayOutput Output, int Start, int Length);
}
