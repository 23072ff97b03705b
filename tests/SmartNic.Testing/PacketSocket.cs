using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using NUnit.Framework;

namespace SmartNic.Testing;

/// <summary>An AF_PACKET socket on a device, which it sets up: frames in and out as they are.
/// </summary>
public sealed class PacketSocket : IDisposable
{
    private const int Protocols = 0x0300; // ETH_P_ALL in network order
    private const int SocketLevelPacket = 263;
    private const int IgnoreOutgoing = 23;
    private const int SocketLevel = 1;
    private const int ReceiveBufferForce = 33;

    // A test may send thousands of frames before it looks at one.
    private const int ReceiveBufferBytes = 64 << 20;

    // No protocol before bind: until then a socket with one gets the frames of every device.
    private readonly Socket _socket =
        new(AddressFamily.Packet, SocketType.Raw, ProtocolType.Unspecified);

    /// <summary>Sets a device up, and listens on it.</summary>
    public PacketSocket(string device)
    {
        using Process ip = Process.Start("ip", ["link", "set", device, "up"]);
        ip.WaitForExit();
        Assert.That(ip.ExitCode, Is.Zero);
        int index = NetworkInterface.GetAllNetworkInterfaces()
            .Single(i => i.Name == device).GetIPProperties().GetIPv4Properties().Index;
        _socket.SetRawSocketOption(SocketLevelPacket, IgnoreOutgoing, BitConverter.GetBytes(1));
        _socket.SetRawSocketOption(
            SocketLevel, ReceiveBufferForce, BitConverter.GetBytes(ReceiveBufferBytes));
        _socket.Bind(new LinkEndPoint(index));
        _socket.ReceiveTimeout = 10_000;
    }

    /// <summary>Switches an option of packet sockets on (packet(7)).</summary>
    public void SetOption(int option) =>
        _socket.SetRawSocketOption(SocketLevelPacket, option, BitConverter.GetBytes(1));

    /// <summary>Sends a frame as it is.</summary>
    public void Send(byte[] frame) => _socket.Send(frame);

    /// <summary>The next frame with an EtherType.</summary>
    public byte[] Receive(ushort type)
    {
        byte[] buffer = new byte[65536];
        while (true)
        {
            int count = _socket.Receive(buffer);
            if (BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(12)) == type)
            {
                return buffer[..count];
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    /// <summary>struct sockaddr_ll for bind.</summary>
    private sealed class LinkEndPoint(int index) : EndPoint
    {
        public override AddressFamily AddressFamily => AddressFamily.Packet;

        public override SocketAddress Serialize()
        {
            SocketAddress address = new(AddressFamily.Packet, 20);
            BinaryPrimitives.WriteUInt16LittleEndian(address.Buffer.Span[2..], Protocols);
            BinaryPrimitives.WriteInt32LittleEndian(address.Buffer.Span[4..], index);
            return address;
        }
    }
}
