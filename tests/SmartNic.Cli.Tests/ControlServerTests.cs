using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SmartNic.Cli.Control;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Tests;

/// <summary>The control server with small limits: what each client may cost, and what it is told.
/// </summary>
public sealed class ControlServerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    [Test]
    public async Task A_client_that_says_nothing_is_told_and_closed()
    {
        await using var server = new Server(new() { Request = Soon });
        using var silent = new RawClient(server.Path);
        using var half = new RawClient(server.Path);
        half.Send(RawClient.List[..20]);
        Assert.That(silent.ReadToEnd(), Does.Contain("no whole request within 0.3 s"));
        Assert.That(half.ReadToEnd(), Does.Contain("no whole request within 0.3 s"));
        Assert.That(server.Ask(), Is.EqualTo("done 1"));
    }

    [Test]
    public async Task A_line_that_drips_ends_with_the_time_not_with_each_byte()
    {
        await using var server = new Server(new() { Request = Soon });
        using var slow = new RawClient(server.Path);
        var watch = Stopwatch.StartNew();
        while (slow.Send(" "))
        {
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
            Thread.Sleep(20);
        }
    }

    [Test]
    public async Task The_connection_that_waits_longest_makes_room()
    {
        await using var server = new Server(new() { Connections = 3 });
        var silent = Enumerable.Range(0, 3).Select(_ => new RawClient(server.Path)).ToArray();
        Assert.That(
            silent[2].Send(RawClient.List) ? silent[2].ReadLine() : "", Does.Contain("done"));
        using var next = new RawClient(server.Path);
        Assert.That(silent[0].ReadToEnd(), Is.Empty, "the oldest is closed");
        next.Send(RawClient.List);
        silent[1].Send(RawClient.List);
        silent[2].Send(RawClient.List);
        Assert.That(next.ReadLine(), Does.Contain("done"));
        Assert.That(silent[1].ReadLine(), Does.Contain("done"));
        Assert.That(silent[2].ReadLine(), Does.Contain("done"));
        Array.ForEach(silent, client => client.Dispose());
    }

    [Test]
    public async Task Half_lines_take_no_more_than_their_share_of_memory()
    {
        await using var server = new Server(
            new() { RequestBytes = 1 << 20, BufferedBytes = 2 << 20 });
        var slow = Enumerable.Range(0, 12).Select(_ => new RawClient(server.Path)).ToArray();
        var half = new byte[900_000];
        Array.Fill(half, (byte)' ');
        Assert.That(slow.Select(client => client.Send(half)).ToArray(), Has.Some.True);

        // Each took the room of the first ones; one that is quick finds room as well.
        using var quick = new RawClient(server.Path);
        quick.Send(half);
        quick.Send(RawClient.List);
        Assert.That(quick.ReadLine(), Does.Contain("done 1"));
        Assert.That(slow.Count(client => client.Send(RawClient.List)
            && client.ReadLine().Contains("done", StringComparison.Ordinal)),
            Is.LessThanOrEqualTo(2));
        Array.ForEach(slow, client => client.Dispose());
    }

    [Test]
    public async Task A_request_beyond_the_limit_is_refused()
    {
        await using var server = new Server(new() { RequestBytes = 100_000 });
        using var client = new RawClient(server.Path);
        client.Send(new string(' ', 100_001));
        Assert.That(client.ReadLine(), Does.Contain("longer than 100000 bytes"));
        foreach (var (field, chars) in new[] { ("verb", 65), ("name", 257), ("file", 4097) })
        {
            using var wordy = new RawClient(server.Path);
            var text = new string('a', chars);
            wordy.Send($"{{\"protocol\":1,\"verb\":\"x\",\"{field}\":\"{text}\"}}\n");
            Assert.That(wordy.ReadLine(), Does.Contain("a verb, name or file of more than"));
        }

        using var deep = new RawClient(server.Path);
        deep.Send("{\"protocol\":1,\"verb\":\"x\",\"other\":" + new string('[', 50_000) + "\n");
        Assert.That(deep.ReadLine(), Does.Contain(
            "not a message of the protocol").And.Contain("at byte").And.Not.Contain("System."));
        foreach (var bad in new[] { "[", "{\"protocol\":\"x\"}", "{\"protocol\":1,\"verb\":7}" })
        {
            using var wrong = new RawClient(server.Path);
            wrong.Send(bad + "\n");
            Assert.That(wrong.ReadLine(), Does.Contain("not a message of the protocol")
                .And.Not.Contain("System.").And.Not.Contain("SmartNic."));
        }

        Assert.That(server.Ask(), Does.StartWith("done"));
    }

    [Test]
    public async Task Who_does_not_read_answers_is_closed_and_keeps_nobody_waiting()
    {
        await using var server = new Server(new() { Answer = Soon, BufferedBytes = 8 << 20 });
        server.Answer = () => new string('x', 4 << 20);
        var deaf = Enumerable.Range(0, 5).Select(_ => new RawClient(server.Path)).ToArray();
        foreach (var client in deaf)
        {
            client.Send(string.Concat(Enumerable.Repeat(RawClient.List, 1000)));
        }

        Assert.That(server.Ask(), Has.Length.EqualTo(4 << 20));
        foreach (var client in deaf)
        {
            Assert.That(() => client.Send(RawClient.List), Is.False.After(20_000, 50));
            client.Dispose();
        }
    }

    [Test]
    public async Task Requests_without_waiting_are_answered_in_order_and_after_a_half_close()
    {
        await using var server = new Server(new());
        using var client = new RawClient(server.Path);
        client.Send(string.Concat(Enumerable.Repeat(RawClient.List, 500)));
        client.HalfClose();
        for (var n = 1; n <= 500; n++)
        {
            Assert.That(client.ReadLine(), Does.Contain($"\"done {n}\""));
        }

        Assert.That(client.ReadLine(), Is.Empty);
    }

    [Test]
    public async Task A_silent_board_is_told_of_and_what_waits_behind_it_is_never_done()
    {
        using var answers = new ManualResetEventSlim();
        await using var server = new Server(new() { Silence = Soon });
        server.Answer = () =>
        {
            server.Silence = TimeSpan.FromSeconds(3);
            answers.Wait();
            server.Silence = TimeSpan.Zero;
            return "late";
        };
        using var first = new RawClient(server.Path);
        first.Send(RawClient.List);
        Assert.That(first.ReadLine(), Does.Contain("\"code\":3")
            .And.Contain("the board has not answered for 3 s").And.Contain("may still be done"));
        using var second = new RawClient(server.Path);
        second.Send(RawClient.List);
        Assert.That(second.ReadLine(), Does.Contain("nothing was done"));

        // The same connections go on when the board does.
        answers.Set();
        server.Answer = () => "well";
        Assert.That(() => server.Ask(), Is.EqualTo("well").After(20_000, 50));
        first.Send(RawClient.List);
        Assert.That(first.ReadLine(), Does.Contain("well"));
        Assert.That(server.Done, Is.EqualTo(3), "the second request was done after all");
    }

    [Test]
    public async Task A_board_that_is_slow_gets_its_time_and_no_more()
    {
        using var answers = new ManualResetEventSlim();
        await using var server = new Server(new() { Question = Soon, Turn = Soon });
        server.Answer = () =>
        {
            answers.Wait();
            return "late";
        };
        using var first = new RawClient(server.Path);
        first.Send(RawClient.List);
        Assert.That(first.ReadLine(), Does.Contain("not done within 0.3 s"));
        using var second = new RawClient(server.Path);
        second.Send(RawClient.List);
        Assert.That(second.ReadLine(), Does.Contain("busy with other requests"));
        answers.Set();
    }

    /// <summary>A request that is prepared, beside others, waits for nobody.</summary>
    [Test]
    public async Task What_takes_long_by_itself_is_not_called_busy()
    {
        await using var server = new Server(new() { Turn = Soon });
        server.Preparing = () => Thread.Sleep(4 * Soon);
        Assert.That(server.Ask(), Is.EqualTo("done 1"));
    }

    [Test]
    public async Task What_is_asked_is_answered_before_the_server_ends()
    {
        using var begun = new ManualResetEventSlim();
        using var answers = new ManualResetEventSlim();
        await using var server = new Server(new());
        server.Answer = () =>
        {
            begun.Set();
            answers.Wait();
            return "last";
        };
        using var client = new RawClient(server.Path);
        client.Send(RawClient.List);
        begun.Wait();
        server.Stop();
        Assert.That(client.ReadLine(), Does.Contain("the gateway is stopping"));
        answers.Set();
    }

    [Test]
    public async Task A_gateway_that_does_not_answer_is_told_of_by_the_client()
    {
        using var folder = new Folder();
        using var listener = UnixSocket.Listen(folder["attach.sock"]);
        var limits = new SocketLimits { Question = Soon, Turn = Soon, Answer = Soon };
        var client = new ControlClient(folder["attach.sock"], limits);
        var ask = client.AskAsync("x", ControlJson.Default.String, CancellationToken.None);
        await Assert.ThatAsync(() => ask, Throws.Exception.With.Message.Contains("within 0.9 s"));
    }

    /// <summary>A server whose handler does what a test says.</summary>
    private sealed class Server : IControlHandler, IAsyncDisposable
    {
        private readonly Folder folder = new();
        private readonly CancellationTokenSource stop = new();
        private readonly ControlServer server;
        private readonly Task running;

        public Server(SocketLimits limits)
        {
            Answer = () => $"done {Done}";
            server = new ControlServer(
                Path, this, NullLogger.Instance, () => Silence, limits);
            running = server.RunAsync(stop.Token);
        }

        public string Path => folder["attach.sock"];

        public Func<string> Answer { get; set; }

        public Action Preparing { get; set; } = () => { };

        public TimeSpan Silence { get; set; }

        public int Done { get; private set; }

        public Func<JsonElement> Prepare(ControlRequest request)
        {
            Preparing();
            return () =>
            {
                Done++;
                return JsonSerializer.SerializeToElement(Answer(), ControlJson.Default.String);
            };
        }

        public string Ask()
        {
            var client = new ControlClient(Path);
            try
            {
                return client.AskAsync("x", ControlJson.Default.String, CancellationToken.None)
                    .GetAwaiter().GetResult();
            }
            catch (Shell.CliException e)
            {
                return e.Message;
            }
        }

        public void Stop() => stop.Cancel();

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running.WaitAsync(TimeSpan.FromSeconds(30));
            server.Dispose();
            stop.Dispose();
            folder.Dispose();
        }
    }
}
