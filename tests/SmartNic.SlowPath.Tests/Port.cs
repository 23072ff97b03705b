using System.Buffers.Binary;

namespace SmartNic.SlowPath.Tests;

/// <summary>A board that takes so many frames and then refuses, and what it took.</summary>
internal sealed class Port : IInjectionSink
{
    /// <summary>Frames that it takes from now on.</summary>
    public int Room { get; set; }

    public List<Taken> Frames { get; } = [];

    /// <summary>Whether the bytes are kept.</summary>
    public bool KeepsBytes { get; init; }

    public bool TryInject(ReadOnlySpan<byte> frame)
    {
        if (Room == 0)
        {
            return false;
        }

        Room--;
        Frames.Add(new Taken(
            frame[1], BinaryPrimitives.ReadUInt16BigEndian(frame[4..]),
            BinaryPrimitives.ReadUInt16BigEndian(frame[12..]), frame.Length,
            KeepsBytes ? frame.ToArray() : []));
        return true;
    }

    /// <summary>Lets the engine send so many frames.</summary>
    /// <returns>How many it had.</returns>
    public int Take(SlowPathEngine engine, int frames)
    {
        Room = frames;
        Port self = this;
        int sent = engine.Send(ref self, int.MaxValue);
        Room = 0;
        return sent;
    }

    /// <param name="Action">Action of the metadata header: 2 to the wire, 3 to a host.</param>
    /// <param name="Tenant">Tenant index.</param>
    /// <param name="NextHop">Next hop, for action 1.</param>
    /// <param name="Bytes">Length with the header.</param>
    /// <param name="Frame">The bytes, where they are kept.</param>
    public sealed record Taken(
        int Action, ushort Tenant, ushort NextHop, int Bytes, byte[] Frame);
}
