using System.Buffers.Binary;
using System.Net;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Features.Tests.Firewall;

/// <summary>A packet by what was put into it, and its bytes.</summary>
internal sealed record OraclePacket
{
    public required IPAddress Source { get; init; }

    public required IPAddress Destination { get; init; }

    public byte Protocol { get; init; }

    public int SourcePort { get; init; }

    public int DestinationPort { get; init; }

    public int IcmpType { get; init; }

    public int IcmpCode { get; init; }

    public int Flags { get; init; }

    /// <summary>VLAN tags in front.</summary>
    public int Tags { get; init; }

    /// <summary>Flags and offset of an IPv4 fragment; 0 for a whole packet.</summary>
    public int Fragment { get; init; }

    /// <summary>Words of IPv4 options.</summary>
    public int Options { get; init; }

    /// <summary>Bytes behind the IP header; fewer than the transport header hide the ports.
    /// </summary>
    public int Payload { get; init; } = 40;

    /// <summary>Bytes that the IP header promises and the frame does not have.</summary>
    public int Missing { get; init; }

    public bool IsIp6 => Source.GetAddressBytes().Length == 16;

    private bool IsIcmp => Protocol == (IsIp6 ? 58 : 1);

    /// <summary>Whether ports, or type and code, are at their usual place.</summary>
    public bool SeesPorts => (IsIcmp || Protocol is 6 or 17)
        && (Fragment & 0x3FFF) == 0 && Options == 0
        && Payload >= Protocol switch { 6 => 20, 17 => 8, _ => 4 };

    /// <summary>What the kernel sees.</summary>
    public FiveTuple Tuple()
    {
        Span<byte> frame = stackalloc byte[Window.BufferBytes];
        frame.Clear();
        var length = Write(frame) - Missing;
        return FiveTuple.OfFrame(new Window(frame), length);
    }

    private int Write(Span<byte> frame)
    {
        var at = 12;
        for (var i = 0; i < Tags; i++)
        {
            Put(frame, at, i == 0 && Tags == 2 ? 0x88A8 : 0x8100);
            Put(frame, at + 2, 0x0123);
            at += 4;
        }

        Put(frame, at, IsIp6 ? 0x86DD : 0x0800);
        at += 2;
        var header = IsIp6 ? 40 : 20 + (4 * Options);
        var ip = frame[at..];
        if (IsIp6)
        {
            ip[0] = 0x60;
            Put(ip, 4, Payload);
            (ip[6], ip[7]) = (Protocol, 64);
            Source.TryWriteBytes(ip[8..], out _);
            Destination.TryWriteBytes(ip[24..], out _);
        }
        else
        {
            ip[0] = (byte)(0x45 + Options);
            Put(ip, 2, header + Payload);
            Put(ip, 6, Fragment);
            (ip[8], ip[9]) = (64, Protocol);
            Source.TryWriteBytes(ip[12..], out _);
            Destination.TryWriteBytes(ip[16..], out _);
        }

        var transport = ip[header..];
        if (IsIcmp)
        {
            (transport[0], transport[1]) = ((byte)IcmpType, (byte)IcmpCode);
            Put(transport, 2, 0xBEEF);
        }
        else
        {
            Put(transport, 0, SourcePort);
            Put(transport, 2, DestinationPort);
            transport[12] = 0x50;
            transport[13] = (byte)(Protocol == 6 ? Flags : 0xA5);
        }

        return at + header + Payload;
    }

    private static void Put(Span<byte> bytes, int at, int value) =>
        BinaryPrimitives.WriteUInt16BigEndian(bytes[at..], (ushort)value);
}
