using System.Buffers.Binary;
using SmartNic.Kernels;

namespace SmartNic.Driver;

/// <summary>What the board shall do with a frame that the slow path gives it.</summary>
public enum SlowAction : byte
{
    /// <summary>Look it up again, as if the tenant had sent it. Punts carry this one.</summary>
    LookUp = (byte)InjectAction.Lookup,

    /// <summary>Encapsulate it to a next hop.</summary>
    Encapsulate = (byte)InjectAction.Encapsulate,

    /// <summary>Send it to the wire as it is.</summary>
    ToWire = (byte)InjectAction.Wire,

    /// <summary>Deliver it to the host queue of the tenant.</summary>
    ToHost = (byte)InjectAction.Host,
}

/// <summary>
/// The metadata header of 32 bytes that every frame of the slow port starts with; numbers are in
/// network byte order (ARCHITECTURE.md, "Slow-port metadata header").
/// </summary>
public readonly record struct SlowHeader
{
    /// <summary>Bytes of the header.</summary>
    public const int LengthBytes = SlowPort.HeaderBytes;

    /// <summary>Version of the layout.</summary>
    public const byte Version = SlowPort.Version;

    /// <summary>What to do with an injected frame.</summary>
    public SlowAction Action { get; init; }

    /// <summary>Why hardware handed the frame over (punt reason); zero on injection.</summary>
    public byte Reason { get; init; }

    /// <summary>Interface that the frame came from or goes to.</summary>
    public byte Interface { get; init; }

    /// <summary>Tenant index; zero is no tenant.</summary>
    public ushort Tenant { get; init; }

    /// <summary>Bytes of the frame that follows the header.</summary>
    public ushort FrameLengthBytes { get; init; }

    /// <summary>Identifier of the virtual network, 24 bits.</summary>
    public uint Vni { get; init; }

    /// <summary>Next hop to encapsulate to, for <see cref="SlowAction.Encapsulate"/>.</summary>
    public ushort NextHop { get; init; }

    /// <summary>Host queue that the frame came from or goes to.</summary>
    public ushort Queue { get; init; }

    /// <summary>Arrival time in nanoseconds of the board's clock.</summary>
    public ulong TimeNs { get; init; }

    /// <summary>Reads the header at the start of a slow-port frame.</summary>
    /// <param name="frame">Header and frame.</param>
    /// <param name="header">The header; default when the result is false.</param>
    /// <returns>
    /// False when there are fewer than 32 bytes, the version is another, or the action is unknown.
    /// </returns>
    public static bool TryRead(ReadOnlySpan<byte> frame, out SlowHeader header)
    {
        header = default;
        if (frame.Length < LengthBytes || frame[0] != Version || frame[1] > (byte)SlowAction.ToHost)
        {
            return false;
        }

        header = new SlowHeader
        {
            Action = (SlowAction)frame[1],
            Reason = frame[2],
            Interface = frame[3],
            Tenant = BinaryPrimitives.ReadUInt16BigEndian(frame[4..]),
            FrameLengthBytes = BinaryPrimitives.ReadUInt16BigEndian(frame[6..]),
            Vni = BinaryPrimitives.ReadUInt32BigEndian(frame[8..]),
            NextHop = BinaryPrimitives.ReadUInt16BigEndian(frame[12..]),
            Queue = BinaryPrimitives.ReadUInt16BigEndian(frame[14..]),
            TimeNs = BinaryPrimitives.ReadUInt64BigEndian(frame[16..]),
        };
        return true;
    }

    /// <summary>Replaces the next hop in a header that was written.</summary>
    /// <param name="header">At least 32 bytes.</param>
    /// <param name="nextHop">The next hop.</param>
    public static void WriteNextHop(Span<byte> header, ushort nextHop) =>
        BinaryPrimitives.WriteUInt16BigEndian(header[12..], nextHop);

    /// <summary>Writes the header; bytes 24 to 31 become zero.</summary>
    /// <param name="destination">At least 32 bytes.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void Write(Span<byte> destination)
    {
        if (destination.Length < LengthBytes)
        {
            throw new ArgumentException($"needs {LengthBytes} bytes", nameof(destination));
        }

        destination[0] = Version;
        destination[1] = (byte)Action;
        destination[2] = Reason;
        destination[3] = Interface;
        BinaryPrimitives.WriteUInt16BigEndian(destination[4..], Tenant);
        BinaryPrimitives.WriteUInt16BigEndian(destination[6..], FrameLengthBytes);
        BinaryPrimitives.WriteUInt32BigEndian(destination[8..], Vni);
        BinaryPrimitives.WriteUInt16BigEndian(destination[12..], NextHop);
        BinaryPrimitives.WriteUInt16BigEndian(destination[14..], Queue);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], TimeNs);
        destination[24..LengthBytes].Clear();
    }
}
