using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using SmartNic.Demo;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>Moves bytes between a tenant's host here and its far host in the guest, by the sockets
/// of both kernels.</summary>
/// <param name="guest">Where the far host is.</param>
/// <param name="tunnel">The tenant.</param>
/// <param name="protocol">TCP or UDP.</param>
/// <param name="isIp6">Whether the inner packets are IPv6.</param>
internal sealed class InnerTraffic(
    PeerGuest guest, TunnelPlan tunnel, ProtocolType protocol, bool isIp6)
{
    private const int FarPort = 5001;
    private const int HostPort = 5002;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>What is done to each socket of the host before it is used.</summary>
    public Action<Socket> Prepare { get; init; } = _ => { };

    private string Family => isIp6 ? "6" : "4";

    /// <summary>From the host to the far host.</summary>
    /// <param name="bytes">A file, or a datagram that is cut on its way.</param>
    /// <returns>Digest of what arrived, hexadecimal.</returns>
    public string ToFar(byte[] bytes)
    {
        string listen = protocol == ProtocolType.Tcp ? "LISTEN" : "RECVFROM";
        guest.Run($"receive {tunnel.Name} {protocol}{Family}-{listen}:{FarPort},reuseaddr");
        using Socket socket = NewSocket();
        socket.Connect(isIp6 ? TenantPlan.FarIp6 : TenantPlan.FarIp, FarPort);
        for (int at = 0; at < bytes.Length;)
        {
            at += socket.Send(bytes.AsSpan(at));
        }

        socket.Shutdown(SocketShutdown.Send);
        return guest.Run("received").Split(' ')[0];
    }

    /// <summary>From the far host to the host.</summary>
    /// <param name="count">Bytes.</param>
    /// <returns>Digests of what was sent, as the guest says, and of what arrived.</returns>
    public (string Sent, string Arrived) ToHost(int count)
    {
        using Socket listener = NewSocket();
        listener.Bind(new IPEndPoint(isIp6 ? IPAddress.IPv6Any : IPAddress.Any, HostPort));
        if (protocol == ProtocolType.Tcp)
        {
            listener.Listen(1);
        }

        Task<byte[]> arriving = Task.Run(() => Receive(listener));
        string verb = protocol == ProtocolType.Tcp ? "" : "-SENDTO";
        string address = isIp6 ? $"[{TenantPlan.HostIp6}]" : TenantPlan.HostIp;
        string sent = guest.Run(
            $"send {tunnel.Name} {protocol}{Family}{verb}:{address}:{HostPort} {count}");
        return (sent.Split(' ')[0], Digest(arriving.GetAwaiter().GetResult()));
    }

    /// <summary>SHA-256 as the guest writes it.</summary>
    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private byte[] Receive(Socket listener)
    {
        var buffer = new byte[1 << 16];
        if (protocol == ProtocolType.Udp)
        {
            return buffer[..listener.Receive(buffer)];
        }

        if (!listener.Poll(Limit, SelectMode.SelectRead))
        {
            throw new TimeoutException("the far host does not connect");
        }

        using Socket socket = listener.Accept();
        using var all = new MemoryStream();
        socket.ReceiveTimeout = (int)Limit.TotalMilliseconds;
        int count;
        while ((count = socket.Receive(buffer)) > 0)
        {
            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }

    private Socket NewSocket() => NetworkNamespace.Run(PeerBoard.HostNamespace(tunnel), () =>
    {
        var socket = new Socket(
            isIp6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork,
            protocol == ProtocolType.Tcp ? SocketType.Stream : SocketType.Dgram, protocol)
        {
            ReceiveTimeout = (int)Limit.TotalMilliseconds,
            SendTimeout = (int)Limit.TotalMilliseconds,
        };
        Prepare(socket);
        return socket;
    });
}
