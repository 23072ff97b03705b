using System.Net.Sockets;

namespace SmartNic.Cli.Tests;

/// <summary>A board that takes its time for every answer.</summary>
public sealed class SlowBoardTests
{
    [Test]
    public async Task Everybody_is_answered_by_a_slow_board()
    {
        using var folder = new Folder();
        using var stop = new CancellationTokenSource();
        var board = Task.Run(() => Snic.RunAsync(stop.Token, "board", "sim",
            "--backend", "model", "--socket", folder["board.sock"]));
        await AppearsAsync(folder["board.sock"]);
        using var slow = new SlowProxy(folder["slow.sock"], folder["board.sock"]);
        var attached = Task.Run(() => Snic.RunAsync(stop.Token, "board", "attach",
            "--board", folder["slow.sock"], "--socket", folder["attach.sock"], "--no-state"));
        await AppearsAsync(folder["attach.sock"]);

        slow.DelayMs = 2;
        string[] socket = ["--socket", folder["attach.sock"]];
        var results = await Task.WhenAll(((string[])["counter", "tenant", "meter", "table"])
            .Select(noun => Task.Run(() => Snic.Run([noun, "list", .. socket]))));
        Assert.That(results.Select(r => r.Error), Has.All.Empty);
        slow.DelayMs = 0;
        await stop.CancelAsync();
        await Task.WhenAll(board, attached);
    }

    private static async Task AppearsAsync(string socket)
    {
        for (var n = 0; !File.Exists(socket); n++)
        {
            Assert.That(n, Is.LessThan(3000), $"{socket} does not appear");
            await Task.Delay(20);
        }
    }

    /// <summary>Passes one connection on, answers later than they came.</summary>
    private sealed class SlowProxy : IDisposable
    {
        private readonly Socket listener;
        private readonly Socket board =
            new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

        public SlowProxy(string path, string boardPath)
        {
            listener = Control.UnixSocket.Listen(path);
            board.Connect(new UnixDomainSocketEndPoint(boardPath));
            _ = PassOnAsync();
        }

        public int DelayMs { get; set; }

        public void Dispose()
        {
            listener.Dispose();
            board.Dispose();
        }

        private static async Task CopyAsync(Socket from, Socket to, Func<int> delayMs)
        {
            var buffer = new byte[4096];
            try
            {
                for (int count; (count = await from.ReceiveAsync(buffer)) > 0;)
                {
                    await Task.Delay(delayMs());
                    await to.SendAsync(buffer.AsMemory(0, count));
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // One side ended: so does the other.
            }
        }

        private async Task PassOnAsync()
        {
            using var client = await listener.AcceptAsync();
            await Task.WhenAny(
                CopyAsync(client, board, () => 0), CopyAsync(board, client, () => DelayMs));
            board.Dispose();
        }
    }
}
