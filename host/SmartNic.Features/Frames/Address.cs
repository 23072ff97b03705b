using System.Buffers.Binary;

namespace SmartNic.Features;

/// <summary>Reads, writes and judges addresses as numbers in network order.</summary>
internal static class Address
{
    /// <summary>ff02::1, all nodes on the link.</summary>
    public static readonly UInt128 AllNodes = new(0xFF02_0000_0000_0000, 1);

    public static ulong ReadMac(ReadOnlySpan<byte> at) =>
        ((ulong)BinaryPrimitives.ReadUInt16BigEndian(at) << 32)
        | BinaryPrimitives.ReadUInt32BigEndian(at[2..]);

    public static void WriteMac(Span<byte> at, ulong mac)
    {
        BinaryPrimitives.WriteUInt16BigEndian(at, (ushort)(mac >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(at[2..], (uint)mac);
    }

    /// <summary>Whether one station can have this MAC: not a group (I/G bit), not zero.</summary>
    public static bool IsStation(ulong mac) => mac != 0 && (mac >> 40 & 1) == 0;

    /// <summary>Whether a host can send from this IPv4 address: not "this network", loopback,
    /// multicast, reserved or broadcast (RFC 1122 section 3.2.1.3).</summary>
    public static bool IsHost(uint ip) =>
        (ip >> 24) is not (0 or 127) && ip < 0xE000_0000;

    /// <summary>Whether a host can send from this IPv6 address: not unspecified, loopback or
    /// multicast (RFC 4291 section 2.5).</summary>
    public static bool IsHost(UInt128 ip) => ip > 1 && ip >> 120 != 0xFF;

    /// <summary>ff02::1:ffXX:XXXX of an address (RFC 4291 section 2.7.1).</summary>
    public static UInt128 SolicitedNode(UInt128 ip) =>
        new UInt128(0xFF02_0000_0000_0000, 0x0000_0001_FF00_0000) | (ip & 0xFF_FFFF);

    /// <summary>33:33 and the last four bytes of a multicast address (RFC 2464 section 7).
    /// </summary>
    public static ulong MulticastMac(UInt128 group) => 0x3333_0000_0000ul | (uint)group;
}
