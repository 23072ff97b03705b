using System.Buffers.Binary;
using System.Net.Sockets;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>Options of sockets that .NET has no names for (ip(7), ipv6(7)).</summary>
internal static class LinuxOption
{
    /// <summary>IP_PMTUDISC_DO: a packet is never cut.</summary>
    public const int DontCut = 2;

    /// <summary>IP_PMTUDISC_INTERFACE: it may be, and what was learned of the path is ignored.
    /// </summary>
    public const int MayCut = 4;

    private const int Ip = 0;
    private const int Ip6 = 41;
    private const int MtuDiscover = 10;
    private const int MtuDiscover6 = 23;
    private const int Mtu = 14;
    private const int Mtu6 = 24;

    /// <summary>Says whether packets may be cut.</summary>
    public static void Discover(Socket socket, bool isIp6, int how)
    {
        Span<byte> value = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(value, how);
        socket.SetRawSocketOption(isIp6 ? Ip6 : Ip, isIp6 ? MtuDiscover6 : MtuDiscover, value);
    }

    /// <summary>What the kernel knows of the path of a connected socket, bytes.</summary>
    public static int PathMtu(Socket socket, bool isIp6)
    {
        Span<byte> value = stackalloc byte[4];
        socket.GetRawSocketOption(isIp6 ? Ip6 : Ip, isIp6 ? Mtu6 : Mtu, value);
        return BinaryPrimitives.ReadInt32LittleEndian(value);
    }
}
