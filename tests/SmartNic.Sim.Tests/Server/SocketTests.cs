using System.Net.Sockets;
using System.Text;
using SmartNic.Registers;
using SmartNic.Sim.Client;
using SmartNic.Sim.Server;

namespace SmartNic.Sim.Tests.Server;

/// <summary>Server and client over a Unix socket, and what a stranger on it gets.</summary>
public sealed class SocketTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Test]
    public void RegistersAreReadAndWritten()
    {
        using EchoBoard echo = new();
        using ServerFixture server = new(echo);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        uint[] words = [.. Enumerable.Range(1, 10_000).Select(n => (uint)n * 7919)];
        board.Bar.WriteBlock(0x20000, words);
        board.Bar.Write32(GlobalRegisters.Scratch, 0xDEADBEEF);
        Assert.That(board.Bar.Read32(GlobalRegisters.Scratch), Is.EqualTo(0xDEADBEEF));
        for (int n = 0; n < words.Length; n += 617)
        {
            Assert.That(board.Bar.Read32(0x20000 + ((uint)n * 4)), Is.EqualTo(words[n]));
        }

        Assert.That(echo.NowNs, Is.GreaterThan(0));
    }

    /// <summary>In the order given, whatever a message holds.</summary>
    [Test]
    public void AnExchangeIsDoneInItsOrder()
    {
        using EchoBoard echo = new();
        using ServerFixture server = new(echo);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        int count = (3 * Protocol.MaxAccesses) + 1;
        List<BarAccess> accesses = [];
        List<uint> expected = [];
        Dictionary<uint, uint> words = [];
        Random random = new(3);
        for (int n = 0; n < count; n++)
        {
            uint offset = 0x20000 + (4 * (uint)random.Next(16));
            if (random.Next(2) == 0)
            {
                words[offset] = (uint)n;
                accesses.Add(BarAccess.Write(offset, (uint)n));
            }
            else
            {
                accesses.Add(BarAccess.Read(offset));
                expected.Add(words.GetValueOrDefault(offset));
            }
        }

        uint[] read = new uint[expected.Count];
        board.Bar.Exchange([.. accesses], read);
        Assert.That(read, Is.EqualTo(expected));
        board.Bar.Exchange([], []);
    }

    [Test]
    public void SlowFramesGoBothWays()
    {
        using EchoBoard echo = new();
        using ServerFixture server = new(echo);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        byte[] buffer = new byte[9248];
        Assert.That(board.Slow.TryReceive(buffer, out _), Is.False);
        for (int length = 32; length <= 9248; length += 768)
        {
            byte[] frame = new byte[length];
            new Random(length).NextBytes(frame);
            frame[3] = 0;
            Assert.That(board.Slow.TrySend(frame), Is.True);
            int received = Receive(board, buffer);
            Assert.That(buffer.AsSpan(0, received).SequenceEqual(frame), Is.True);
        }

        BoardStats stats = board.ReadStats();
        Assert.That(stats.Slow.InFrames, Is.EqualTo(13));
        Assert.That(stats.Slow.OutBytes, Is.EqualTo(stats.Slow.InBytes));
        Assert.That((stats.Slow.LostIn, stats.Slow.LostOut), Is.EqualTo((0, 0)));
    }

    [Test]
    public void AFullBoardRefusesAndLosesNothing()
    {
        using EchoBoard echo = new() { Full = true };
        using ServerFixture server = new(echo, queue: 5);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        byte[] buffer = new byte[9248];
        for (int round = 0; round < 20; round++)
        {
            echo.Full = true;
            int taken = 0;
            while (board.Slow.TrySend(new byte[64]))
            {
                taken++;
            }

            Assert.That(taken, Is.EqualTo(5));
            Assert.That(board.ReadStats().Slow.InFrames, Is.EqualTo(5 * round));
            echo.Full = false;
            for (int n = 0; n < taken; n++)
            {
                Assert.That(Receive(board, buffer), Is.EqualTo(64));
            }

            // The board took them before it gave them back, and what was posted before an answer
            // is there with it.
            Assert.That(board.ReadStats().Slow.LostIn, Is.Zero);
        }
    }

    /// <summary>A client that does not keep to its window loses its own frames, counted.</summary>
    [Test]
    public void AClientBeyondItsWindowLosesAndIsCounted()
    {
        using EchoBoard echo = new() { Full = true };
        using ServerFixture server = new(echo, queue: 5);
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(server.Path));
        byte[] hello = Protocol.Hello(RegisterSpecHash.Value);
        socket.Send(Protocol.Message(MessageType.Hello, 1, hello));
        for (int n = 0; n < 12; n++)
        {
            socket.Send(Protocol.Message(MessageType.SlowSend, 0, new byte[64]));
        }

        socket.Send(Protocol.Message(MessageType.Stats, 2, []));
        MessageBuffer received = new(Protocol.MaxBodyBytes);
        MessageType type;
        ushort id;
        ReadOnlySpan<byte> body;
        int reported = 0;
        do
        {
            while (!received.TryTake(out type, out id, out body))
            {
                int count = socket.Receive(received.Free().Span);
                Assert.That(count, Is.GreaterThan(0));
                received.Advance(count);
            }

            reported += type == MessageType.SlowTaken ? BitConverter.ToInt32(body) : 0;
        }
        while (type != MessageType.Answer);

        string stats = Encoding.UTF8.GetString(body);
        Assert.That(id, Is.EqualTo(2));
        Assert.That(stats, Does.Contain("\"lost_in\":7").And.Contain("\"in_frames\":0"));
        Assert.That(reported, Is.LessThanOrEqualTo(7));
    }

    [Test]
    public void TheBoardHasOneOwnerAtATime()
    {
        using EchoBoard echo = new();
        using ServerFixture server = new(echo);
        using (SocketBoard first = SocketBoard.Connect(server.Path))
        {
            Assert.That(
                () => SocketBoard.Connect(server.Path),
                Throws.TypeOf<DeviceLostException>().With.Message.Contains("owner already"));
            first.Bar.Write32(GlobalRegisters.Scratch, 5);
            Assert.That(first.Bar.Read32(GlobalRegisters.Scratch), Is.EqualTo(5));
        }

        // Who comes after an owner that has left is never refused.
        for (uint n = 5; n < 200; n++)
        {
            using SocketBoard next = SocketBoard.Connect(server.Path);
            Assert.That(next.Bar.Read32(GlobalRegisters.Scratch), Is.EqualTo(n));
            next.Bar.Write32(GlobalRegisters.Scratch, n + 1);
        }
    }

    [Test]
    public void AServerThatEndsIsALostDevice()
    {
        using EchoBoard echo = new();
        ServerFixture server = new(echo);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        server.Dispose();
        Assert.That(() => board.Bar.Read32(0), Throws.TypeOf<DeviceLostException>());
        Assert.That(board.WaitForFrame(Patience), Is.True);
        Assert.That(
            () => board.Slow.TryReceive(new byte[9248], out _),
            Throws.TypeOf<DeviceLostException>());
        Assert.That(
            () => SocketBoard.Connect(server.Path),
            Throws.TypeOf<DeviceLostException>().With.Message.Contains(server.Path));
    }

    private static IEnumerable<TestCaseData> BadMessages()
    {
        byte[] hello = Protocol.Hello(RegisterSpecHash.Value);
        byte[] other = Protocol.Hello(RegisterSpecHash.Value ^ 1);
        byte[] version = [.. hello];
        version[4]++;
        TestCaseData Case(string name, string answer, params byte[][] messages) =>
            new TestCaseData(messages, answer).SetName($"ABadMessageIsRefused({name})");
        byte[] Hello(byte[] body) => Protocol.Message(MessageType.Hello, 1, body);
        byte[] Bad(MessageType type, int bytes, byte fill = 0)
        {
            byte[] body = new byte[bytes];
            Array.Fill(body, fill);
            return Protocol.Message(type, 2, body);
        }

        yield return Case("no hello", "not a hello", Bad(MessageType.Exchange, 4));
        yield return Case("stranger", "not the socket of a board", Hello(new byte[16]));
        yield return Case("version", "protocol version 4, expected 3", Hello(version));
        yield return Case("spec", "built apart", Hello(other));
        yield return Case("type", "type 99", Hello(hello), Bad((MessageType)99, 0));
        yield return Case("read size", "ends with 1", Hello(hello), Bad(MessageType.Exchange, 5));
        yield return Case("read align", "0x2020202", Hello(hello), Bad(MessageType.Exchange, 4, 2));
        yield return Case("write cut", "write to 0x0 of 3 bytes", Hello(hello),
            Protocol.Message(MessageType.Exchange, 2, [1, 0, 0, 0, 1, 2, 3]));
        yield return Case("none", "write to 0x0 of 0 bytes", Hello(hello),
            Protocol.Message(MessageType.Exchange, 2, [1, 0, 0, 0]));
        yield return Case("write there", "0x3030300", Hello(hello),
            Protocol.Message(MessageType.Exchange, 2, [1, 3, 3, 3]));
        yield return Case("write size", "write with 4", Hello(hello), Bad(MessageType.Write, 4));
        yield return Case("write align", "0x1010101", Hello(hello), Bad(MessageType.Write, 8, 1));
        yield return Case("slow size", "of 31 bytes", Hello(hello), Bad(MessageType.SlowSend, 31));
        yield return Case("port", "interface 9", Hello(hello), Bad(MessageType.SlowSend, 64, 9));
        byte[] endless = [255, 255, 255, 255, 0, 0, 0, 0];
        yield return Case("length", "a message of", Hello(hello), endless);
    }

    [TestCaseSource(nameof(BadMessages))]
    public void ABadMessageIsRefused(byte[][] messages, string answer)
    {
        using EchoBoard echo = new();
        using ServerFixture server = new(echo);
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(server.Path));
        foreach (byte[] message in messages)
        {
            socket.Send(message);
        }

        List<byte> bytes = [];
        byte[] buffer = new byte[4096];
        int count;
        while ((count = socket.Receive(buffer)) > 0)
        {
            bytes.AddRange(buffer.AsSpan(0, count));
        }

        Assert.That(Encoding.UTF8.GetString([.. bytes]), Does.Contain(answer));

        // The server lives on.
        using SocketBoard board = Retry(() => SocketBoard.Connect(server.Path));
        Assert.That(board.Bar.Read32(0x100), Is.Zero);
    }

    private static int Receive(SocketBoard board, byte[] buffer)
    {
        int length;
        while (!board.Slow.TryReceive(buffer, out length))
        {
            Assert.That(board.WaitForFrame(Patience), Is.True, "no frame");
        }

        return length;
    }

    /// <summary>The server sees that a client went away a moment later than the client.</summary>
    private static SocketBoard Retry(Func<SocketBoard> connect)
    {
        for (int n = 0; ; n++)
        {
            try
            {
                return connect();
            }
            catch (DeviceLostException) when (n < 100)
            {
                Thread.Sleep(20);
            }
        }
    }
}
