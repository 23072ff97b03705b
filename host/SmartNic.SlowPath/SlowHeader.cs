using System.Buffers.Binary;

namespace SmartNic.SlowPath;

internal enum PuntReason : byte
{
    None, WireArp, WireNeighbour, WirePing, Arp, Neighbour, Broadcast, Multicast, UnknownUnicast,
}

internal enum InjectAction : byte
{
    Lookup, Encapsulate, Wire, Host,
}

internal readonly record struct SlowHeader
{
    public const int Bytes = 32;
    public InjectAction Action { get; init; }
    public PuntReason Reason { get; init; }
    public byte Interface { get; init; }
    public ushort Tenant { get; init; }
    public ushort Length { get; init; }
    public uint Vni { get; init; }
    public ushort NextHop { get; init; }
    public ushort Queue { get; init; }
    public ulong TimeNs { get; init; }

    public static bool TryRead(ReadOnlySpan<byte> data, out SlowHeader header)
    {
        header = default;
        if (data.Length < Bytes || data[0] != 1)
        {
            return false;
        }

        header = new SlowHeader
        {
            Action = (InjectAction)data[1],
            Reason = (PuntReason)data[2],
            Interface = data[3],
            Tenant = BinaryPrimitives.ReadUInt16BigEndian(data[4..]),
            Length = BinaryPrimitives.ReadUInt16BigEndian(data[6..]),
            Vni = BinaryPrimitives.ReadUInt32BigEndian(data[8..]),
            NextHop = BinaryPrimitives.ReadUInt16BigEndian(data[12..]),
            Queue = BinaryPrimitives.ReadUInt16BigEndian(data[14..]),
            TimeNs = BinaryPrimitives.ReadUInt64BigEndian(data[16..]),
        };
        return true;
    }

    public void Write(Span<byte> data)
    {
        data[..Bytes].Clear();
        data[0] = 1;
        data[1] = (byte)Action;
        data[2] = (byte)Reason;
        data[3] = Interface;
        BinaryPrimitives.WriteUInt16BigEndian(data[4..], Tenant);
        BinaryPrimitives.WriteUInt16BigEndian(data[6..], Length);
        BinaryPrimitives.WriteUInt32BigEndian(data[8..], Vni);
        BinaryPrimitives.WriteUInt16BigEndian(data[12..], NextHop);
        BinaryPrimitives.WriteUInt16BigEndian(data[14..], Queue);
        BinaryPrimitives.WriteUInt64BigEndian(data[16..], TimeNs);
    }
}
