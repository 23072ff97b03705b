using System.Net.Sockets;
using System.Text;
using SmartNic.Registers;
using SmartNic.Sim.Client;
using SmartNic.Sim.Server;

namespace SmartNic.Sim.Tests.Server;

/// <summary>Clients that say nothing, or do not read, keep nobody from the board.</summary>
public sealed class ReceptionTests
{
    private static readonly SocketLimits Quick = new()
    {
        Connections = 8,
        Request = TimeSpan.FromMilliseconds(300),
    };

    [Test]
    public void WhoSaysNothingDoesNotOwnTheBoard()
    {
        using EchoBoard echo = new();
        using ServerFixture server = new(echo, limits: Quick);
        using Socket silent = Connect(server.Path);
        using Socket half = Connect(server.Path);
        half.Send(Protocol.Message(MessageType.Hello, 1, new byte[16]).AsSpan(0, 10));
        using (SocketBoard board = SocketBoard.Connect(server.Path))
        {
            Assert.That(board.Bar.Read32(0x100), Is.Zero);
            Assert.That(Text(silent), Does.Contain("owner already (process "));
        }

        using Socket late = Connect(server.Path);
        Assert.That(Text(late), Does.Contain("no hello within 0.3 s"));
    }

    [Test]
    public void ManyWhoSayNothingMakeRoomForOneWhoDoes()
    {
        using EchoBoard echo = new();
        using ServerFixture server = new(echo, limits: Quick with { Request = Long });
        Socket[] silent = [.. Enumerable.Range(0, 300).Select(_ => Connect(server.Path))];
        Assert.That(Text(silent[0]), Does.Contain("too many clients that say nothing"));
        using (SocketBoard board = SocketBoard.Connect(server.Path))
        {
            Assert.That(board.Bar.Read32(0x100), Is.Zero);
        }

        Array.ForEach(silent, socket => socket.Dispose());
    }

    [Test]
    public void AnOwnerThatDoesNotReadIsNotServedAndWhatItLosesIsCounted()
    {
        using EchoBoard echo = new();
        using ServerFixture server = new(echo);
        using (Socket owner = Connect(server.Path))
        {
            owner.Send(Protocol.Message(
                MessageType.Hello, 1, Protocol.Hello(RegisterSpecHash.Value)));
            owner.SendTimeout = 500;
            byte[] frame = Protocol.Message(MessageType.SlowSend, 0, new byte[9000]);
            byte[] question = Protocol.Message(MessageType.Stats, 1, []);
            SendWhileRead(owner, frame, 2000);
            ulong before = echo.NowNs;
            Assert.That(SendWhileRead(owner, question, 2_000_000), Is.LessThan(2_000_000));
            Assert.That(() => echo.NowNs, Is.GreaterThan(before).After(10_000, 10),
                "the board stands still");
        }

        using SocketBoard next = SocketBoard.Connect(server.Path);
        PortStats slow = next.ReadStats().Slow;
        Assert.That(slow.LostOut, Is.GreaterThan(0));
        Assert.That(slow.OutFrames + slow.LostOut, Is.EqualTo(slow.InFrames));
    }

    [Test]
    public void AWriteOfMoreThanAFewThousandWordsIsRefused()
    {
        using EchoBoard echo = new();
        using ServerFixture server = new(echo);
        using Socket owner = Connect(server.Path);
        owner.Send(Protocol.Message(
            MessageType.Hello, 1, Protocol.Hello(RegisterSpecHash.Value)));
        owner.Send(Protocol.Message(MessageType.Write, 0, new byte[Protocol.MaxRequestBytes + 4]));
        Assert.That(Text(owner), Does.Contain("a message of 32772 bytes"));
    }

    private static TimeSpan Long => TimeSpan.FromMinutes(1);

    private static int SendWhileRead(Socket socket, byte[] message, int most)
    {
        try
        {
            for (int n = 0; n < most; n++)
            {
                for (int sent = 0; sent < message.Length;)
                {
                    sent += socket.Send(message.AsSpan(sent));
                }
            }

            return most;
        }
        catch (SocketException)
        {
            return most - 1;
        }
    }

    private static Socket Connect(string path)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        {
            ReceiveTimeout = 20_000,
        };
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return socket;
    }

    /// <summary>Everything that comes until the server closes.</summary>
    private static string Text(Socket socket)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[65536];
        try
        {
            for (int count; (count = socket.Receive(buffer)) > 0;)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // The server closed with something unread.
        }

        return text.ToString();
    }
}
