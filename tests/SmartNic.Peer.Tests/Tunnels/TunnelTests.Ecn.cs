using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using SmartNic.Demo;
using SmartNic.Testing;

namespace SmartNic.Peer.Tests.Tunnels;

/// <content>The ECN field inside and outside (RFC 6040), each value with each.</content>
public sealed partial class TunnelTests
{
    private const string EcnDrop = "ecn_not_capable";
    private const int NotEct = 0;
    private const int Ect1 = 1;
    private const int Ect0 = 2;
    private const int Ce = 3;
    private const int FirstLength = 1024; // as guest.sh has it
    private const int Fields = 4;
    private const ushort Ip4 = 0x0800;
    private const ushort Ip6 = 0x86DD;
    private const int PayloadBytes = 90; // of datagrams of which each is told by its last byte

    /// <summary>The outer field is what the inner one was (normal mode, section 4.1).</summary>
    [Test]
    public void CongestionIsToldOutside(
        [ValueSource(nameof(Tunnels))] object plan, [Values] bool isIp6)
    {
        var tunnel = (TunnelPlan)plan;
        using var wire = new PacketSocket(PeerBoard.WireDevice);
        using Socket socket = NetworkNamespace.Run(PeerBoard.HostNamespace(tunnel), () =>
            new Socket(isIp6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork,
                SocketType.Dgram, ProtocolType.Udp));

        // Not connected: what the guest says of its closed port would be an error here.
        var discard = new IPEndPoint(
            IPAddress.Parse(isIp6 ? TenantPlan.FarIp6 : TenantPlan.FarIp), 9);
        var told = new int[Fields];
        for (int ecn = 0; ecn < Fields; ecn++)
        {
            SetEcn(socket, isIp6, ecn);
            byte[] payload = new byte[PayloadBytes];
            payload.AsSpan().Fill(0xEC);
            payload[^1] = (byte)ecn;
            socket.SendTo(payload, discard);
            byte[] frame;
            do
            {
                frame = wire.Receive(tunnel.IsOverIp6 ? Ip6 : Ip4);
            }
            while (!frame.AsSpan().EndsWith(payload));

            told[ecn] = EcnAt(frame, 14);
            int inner = frame.Length - payload.Length - 8 - (isIp6 ? 40 : 20);
            Assert.That(EcnAt(frame, inner), Is.EqualTo(ecn));
        }

        Assert.That(told, Is.EqualTo([NotEct, Ect1, Ect0, Ce]));
    }

    /// <summary>What comes out is by both fields (section 4.2), and what is marked but cannot say
    /// so is dropped.</summary>
    [TestCaseSource(nameof(Tunnels))]
    public void CongestionIsToldInside(object plan)
    {
        var tunnel = (TunnelPlan)plan;
        PeerGuest guest = PeerSetUp.Guest;
        PacketSocket Listen() => NetworkNamespace.Run(
            PeerBoard.HostNamespace(tunnel), () => new PacketSocket(PeerBoard.HostDevice(tunnel)));
        using PacketSocket host4 = Listen();
        using PacketSocket host6 = Listen();
        ulong before = _board.Counters().Drops[EcnDrop];
        guest.Run($"mark {tunnel.Name} {(tunnel.IsBare ? 0 : 2)}");
        try
        {
            guest.Run($"ping_marked {tunnel.Name}");
        }
        finally
        {
            guest.Run($"unmark {tunnel.Name}");
        }

        // Of each inner field, what comes out with the outer fields 0 to 3; -1 nothing.
        int[] expected =
        [
            NotEct, NotEct, NotEct, -1,
            Ect1, Ect1, Ect1, Ce,
            Ect0, Ect1, Ect0, Ce,
            Ce, Ce, Ce, Ce,
        ];
        Assert.Multiple(() =>
        {
            Assert.That(Arrived(host4, Ip4, expected), Is.EqualTo(expected));
            Assert.That(Arrived(host6, Ip6, expected), Is.EqualTo(expected));
            Assert.That(_board.Counters().Drops[EcnDrop] - before, Is.EqualTo(2));
        });
    }

    /// <summary>The fields of the pings that arrived, by their lengths.</summary>
    private static int[] Arrived(PacketSocket host, ushort type, int[] expected)
    {
        int[] found = [.. Enumerable.Repeat(-1, expected.Length)];
        for (int left = expected.Count(ecn => ecn >= 0); left > 0;)
        {
            byte[] frame = host.Receive(type);
            int which = BinaryPrimitives.ReadUInt16BigEndian(
                frame.AsSpan(type == Ip4 ? 16 : 18)) - FirstLength;
            if (which >= 0 && which < found.Length)
            {
                found[which] = EcnAt(frame, 14);
                left--;
            }
        }

        return found;
    }

    /// <summary>The ECN field of the IP header at a place (RFC 3168 sections 5 and 22).</summary>
    private static int EcnAt(ReadOnlySpan<byte> frame, int at) =>
        (frame[at] >> 4 == 4 ? frame[at + 1] : frame[at + 1] >> 4) & Ce;

    private static void SetEcn(Socket socket, bool isIp6, int ecn)
    {
        // ip(7) IP_TOS, ipv6(7) IPV6_TCLASS.
        const int Ip = 0, Tos = 1, Ipv6 = 41, TrafficClass = 67;
        socket.SetRawSocketOption(
            isIp6 ? Ipv6 : Ip, isIp6 ? TrafficClass : Tos, BitConverter.GetBytes(ecn));
    }
}
