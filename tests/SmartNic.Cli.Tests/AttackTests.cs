using System.Diagnostics;
using SmartNic.Registers;
using SmartNic.Sim.Client;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Tests;

/// <summary>
/// A board and a gateway as processes of their own, and clients that mean no good. Whatever these
/// do, both live, stay small, and answer others.
/// </summary>
public sealed class AttackTests
{
    // Both start at about 60 MiB; a configuration of 16 MiB may take some hundred for a while.
    private const int SmallMiB = 300;
    private const int LongRequestMiB = 800;

    private Folder folder = null!;
    private SnicProcess board = null!;
    private SnicProcess gateway = null!;

    private string BoardSocket => folder["board.sock"];

    private string ControlSocket => folder["attach.sock"];

    [SetUp]
    public void Start()
    {
        folder = new Folder();
        board = new SnicProcess(BoardSocket,
            "board", "sim", "--backend", "model", "--socket", BoardSocket);
        gateway = new SnicProcess(ControlSocket,
            "board", "attach", "--board", BoardSocket, "--socket", ControlSocket, "--no-state");
    }

    [TearDown]
    public void Stop()
    {
        TestContext.Out.WriteLine($"board: {board}\ngateway: {gateway}");
        gateway.Dispose();
        board.Dispose();
        folder.Dispose();
    }

    [Test]
    public void A_thousand_connections_on_both_sockets()
    {
        gateway.LimitDescriptors(256);
        board.LimitDescriptors(256);
        var random = new Random(1);
        var clients = new List<RawClient>();
        for (var n = 0; n < 1000; n++)
        {
            foreach (var socket in new[] { ControlSocket, BoardSocket })
            {
                var client = new RawClient(socket);
                clients.Add(client);
                if (n % 2 == 0)
                {
                    var garbage = new byte[random.Next(1, 300)];
                    random.NextBytes(garbage);
                    client.Send(garbage);
                }
            }

            if (n % 250 == 0)
            {
                Lives();
            }
        }

        Lives();
        Assert.That(clients[1].ReadToEnd(), Does.Contain("the board has an owner already"));
        clients.ForEach(client => client.Dispose());
        Lives();
        Assert.That(board.PeakMiB, Is.LessThan(SmallMiB));
        Assert.That(gateway.PeakMiB, Is.LessThan(SmallMiB));
        Assert.That(gateway.Error.Split('\n'), Has.Length.LessThan(200), "the log is flooded");
    }

    [Test]
    public void No_free_descriptor()
    {
        // Nobody was answered before: whatever that takes is there from the start. The socket is
        // there before the gateway has all that it takes at its start.
        gateway.LimitDescriptors(gateway.SettledDescriptors() + 10);
        var clients = Enumerable.Range(0, 40).Select(_ => new RawClient(ControlSocket)).ToList();
        gateway.WaitForError("no client can be accepted for now");
        clients[0].Send("{\"protocol\":1,\"verb\":\"counter.list\"}\n");
        Assert.That(clients[0].ReadLine(), Does.Contain("\"code\":0"), "answers with none free");
        clients.ForEach(client => client.Dispose());
        Lives();
        gateway.WaitForError("clients are accepted again");
    }

    [Test]
    public void One_process_that_asks_without_end_and_never_reads()
    {
        using var ended = new CancellationTokenSource();
        var ask = Enumerable.Range(0, 4).Select(_ => Task.Run(() => AskAndLeave(ended.Token)));
        var all = Task.WhenAll(ask.ToArray());
        for (var n = 0; n < 20; n++)
        {
            Tool.MustPass(TimeSpan.FromSeconds(60), Path.Combine(AppContext.BaseDirectory, "snic"),
                "tenant", "list", "--socket", ControlSocket);
        }

        ended.Cancel();
        all.Wait();
        Assert.That(gateway.PeakMiB, Is.LessThan(SmallMiB));
    }

    [Test]
    public void Long_requests_and_half_ones()
    {
        var half = new byte[19 << 20];
        Array.Fill(half, (byte)' ');
        var clients = Enumerable.Range(0, 12).Select(_ => new RawClient(ControlSocket)).ToList();
        clients.ForEach(client => client.Send(half));
        Lives();

        var list = string.Concat(Enumerable.Repeat("- a\\n", 4_000_000));
        using var apply = new RawClient(ControlSocket);
        apply.Send($"{{\"protocol\":1,\"verb\":\"config.apply\",\"text\":\"{list}\"}}\n");
        Lives();
        Assert.That(apply.ReadLine(), Does.Contain("-:").And.Contain("\"code\":1"));
        using var endless = new RawClient(ControlSocket);
        endless.Send(half);
        endless.Send(half);
        Assert.That(endless.ReadLine(), Does.Contain("longer than"));
        clients.ForEach(client => client.Dispose());
        Assert.That(gateway.PeakMiB, Is.LessThan(LongRequestMiB));
    }

    [Test]
    public void A_stopped_board()
    {
        board.Signal("STOP");
        var watch = Stopwatch.StartNew();
        var stopped = Run("counter", "list");
        Assert.That(stopped.Code, Is.EqualTo(3));
        Assert.That(stopped.Error, Does.Contain("the board has not answered for"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        board.Signal("CONT");
        Assert.That(() => Run("counter", "list").Code, Is.Zero.After(20_000, 100));
    }

    [Test]
    public void An_owner_that_never_reads()
    {
        gateway.Dispose();
        using (var owner = Own())
        {
            owner.Send(Protocol.Message(MessageType.Write, 0, new byte[8]));
            byte[] questions = [.. Enumerable.Repeat(
                Protocol.Message(MessageType.Stats, 1, []), 1000).SelectMany(m => m)];
            var sent = owner.SendUntilStuck(questions, 64 << 20);
            Assert.That(sent, Is.LessThan(64 << 20), "the board reads without end");
            Assert.That(board.PeakMiB, Is.LessThan(SmallMiB));

            // Neither asks again and again whether there is room now.
            var before = board.ProcessorTime;
            Thread.Sleep(1000);
            Assert.That(board.ProcessorTime - before, Is.LessThan(TimeSpan.FromMilliseconds(500)));
        }

        using var next = SocketBoard.Connect(BoardSocket);
        Assert.That(next.ReadStats().Slow.InFrames, Is.Zero);
    }

    private void AskAndLeave(CancellationToken ended)
    {
        var left = new Queue<RawClient>();
        while (!ended.IsCancellationRequested)
        {
            var client = new RawClient(ControlSocket);
            client.Send("{\"protocol\":1,\"verb\":\"counter.list\"}\n");
            left.Enqueue(client);
            if (left.Count > 100)
            {
                left.Dequeue().Dispose();
            }
        }

        while (left.TryDequeue(out var client))
        {
            client.Dispose();
        }
    }

    private RawClient Own()
    {
        RawClient owner = new(BoardSocket);
        owner.Send(Protocol.Message(
            MessageType.Hello, 1, Protocol.Hello(RegisterSpecHash.Value)));
        return owner;
    }

    /// <summary>Others are answered.</summary>
    private void Lives()
    {
        Assert.That((gateway.HasExited, board.HasExited), Is.EqualTo((false, false)));
        var result = Run("tenant", "list");
        Assert.That(result.Code, Is.Zero, result.Error);
    }

    private SnicResult Run(params string[] args) =>
        Snic.Run([.. args, "--socket", ControlSocket]);
}
