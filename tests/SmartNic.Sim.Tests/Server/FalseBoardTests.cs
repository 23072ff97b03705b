using System.Net.Sockets;
using SmartNic.Registers;
using SmartNic.Sim.Client;
using SmartNic.Sim.Server;

namespace SmartNic.Sim.Tests.Server;

/// <summary>
/// What the client makes of a server that is no board, or goes mad: a lost device.
/// </summary>
public sealed class FalseBoardTests
{
    private static IEnumerable<TestCaseData> Answers()
    {
        static TestCaseData Case(string name, string why, params byte[][] bytes) =>
            new TestCaseData(bytes, why).SetName($"AFalseAnswerIsALostDevice({name})");
        yield return Case("closed", "closed the connection");
        yield return Case("garbage", "a message of", [.. Enumerable.Repeat((byte)0xEE, 100)]);
        yield return Case("cut", "closed the connection", [4, 0, 0, 0, 2, 0]);
        yield return Case("short", "answers 1 reads with 2 bytes",
            Protocol.Message(MessageType.Answer, 2, new byte[2]));
        yield return Case("long", "answers 1 reads with 9 bytes",
            Protocol.Message(MessageType.Answer, 2, new byte[9]));
        yield return Case("type", "a message of type 99",
            Protocol.Message((MessageType)99, 2, new byte[4]));
        yield return Case("tiny frame", "a message of type 7 with 31 bytes",
            Protocol.Message(MessageType.SlowReceive, 0, new byte[31]));
        yield return Case("huge frame", "a message of type 7 with 9999 bytes",
            Protocol.Message(MessageType.SlowReceive, 0, new byte[9999]));
        yield return Case("error", "board: no",
            Protocol.Message(MessageType.Error, 0, [.. "no"u8, .. new byte[500_000]]));
        yield return Case("another hello", "closed the connection",
            Protocol.Message(MessageType.Hello, 2, new byte[4]));
    }

    [TestCaseSource(nameof(Answers))]
    public void AFalseAnswerIsALostDevice(byte[][] answers, string why)
    {
        using FalseBoard server = new(answers);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        DeviceLostException? lost =
            Assert.Throws<DeviceLostException>(() => board.Bar.Read32(0));
        Assert.That(lost!.Message, Does.Contain(why));
        Assert.That(lost.Message, Has.Length.LessThan(2000));
    }

    [Test]
    public void AnswersThatNobodyAskedForAreNotKept()
    {
        byte[] answer = Protocol.Message(MessageType.Answer, 77, new byte[1 << 20]);
        using FalseBoard server = new([.. Enumerable.Repeat(answer, 500)]);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.That(() => board.Bar.Read32(0), Throws.TypeOf<DeviceLostException>());
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(50 << 20));
    }

    [Test]
    public void StatisticsThatAreNoneAreALostDevice()
    {
        using FalseBoard server = new([Protocol.Message(MessageType.Answer, 2, "[["u8)]);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        Assert.That(() => board.ReadStats(),
            Throws.TypeOf<DeviceLostException>().With.Message.Contains("statistics"));
    }

    [Test]
    public void AServerThatNeverAcceptsIsNoBoard()
    {
        string path = Path.Combine(Path.GetTempPath(), $"snic-{Guid.NewGuid():N}.sock");
        using UnixListener listener = new(path);
        listener.Publish();
        Assert.That(() => SocketBoard.Connect(path),
            Throws.TypeOf<DeviceLostException>().With.Message.Contains("does not answer"));
    }

    [TestCase("")]
    [TestCase("/tmp/no-such-folder-of-snic/board.sock")]
    public void APathWithoutABoardIsNamed(string path) => Assert.That(
        () => SocketBoard.Connect(path),
        Throws.TypeOf<DeviceLostException>().With.Message.StartsWith($"no board on {path}"));

    /// <summary>Says hello as a board does, then answers the next message with given bytes.
    /// </summary>
    private sealed class FalseBoard : IDisposable
    {
        private readonly UnixListener _listener;
        private readonly Task _serving;

        public FalseBoard(byte[][] answers)
        {
            _listener = new UnixListener(Path);
            _listener.Publish();
            _serving = Task.Run(() => Serve(answers));
        }

        public string Path { get; } = System.IO.Path.Combine(
            System.IO.Path.GetTempPath(), $"snic-{Guid.NewGuid():N}.sock");

        public void Dispose()
        {
            _serving.Wait();
            _listener.Dispose();
        }

        private void Serve(byte[][] answers)
        {
            using Socket client = _listener.Accept();
            byte[] buffer = new byte[4096];
            client.Receive(buffer);
            client.Send(Protocol.Message(
                MessageType.Hello, 1, Protocol.Hello(RegisterSpecHash.Value)));
            client.Receive(buffer);
            try
            {
                foreach (byte[] answer in answers)
                {
                    client.Send(answer);
                }
            }
            catch (SocketException)
            {
                // The client had enough.
            }
        }
    }
}
