using System.Diagnostics;

namespace SmartNic.Cli.Tests;

/// <summary>A board and the gateway attached to it, in process, on sockets of their own.</summary>
internal sealed class LiveGateway : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private CancellationTokenSource stopBoard = new();
    private CancellationTokenSource stopAttach = new();
    private Task<SnicResult> board = null!;

    private LiveGateway()
    {
        StartBoard();
        Attached = Task.FromResult(new SnicResult(-1, string.Empty, string.Empty));
    }

    public Folder Folder { get; } = new();

    public string BoardSocket => Folder["board.sock"];

    public string ControlSocket => Folder["attach.sock"];

    /// <summary>Ends when the gateway does.</summary>
    public Task<SnicResult> Attached { get; private set; }

    public static async Task<LiveGateway> StartAsync(params string[] attachArgs)
    {
        var live = new LiveGateway();
        await WaitForAsync(live.BoardSocket, live.board);
        await live.RestartAsync(attachArgs);
        return live;
    }

    /// <summary>Starts the board, which has ended or was not there.</summary>
    public void StartBoard()
    {
        stopBoard.Dispose();
        stopBoard = new CancellationTokenSource();
        var stop = stopBoard.Token;
        board = Task.Run(() => Snic.RunAsync(stop, "board", "sim",
            "--backend", "model", "--interfaces", "2", "--socket", BoardSocket));
    }

    /// <summary>Ends the gateway, where there is one, and starts another on the same board.
    /// </summary>
    public async Task RestartAsync(params string[] attachArgs)
    {
        await StopAttachAsync();
        stopAttach.Dispose();
        stopAttach = new CancellationTokenSource();
        var stop = stopAttach.Token;
        Attached = Task.Run(() => Snic.RunAsync(stop,
            ["board", "attach", "--board", BoardSocket, "--socket", ControlSocket,
                "--state", Folder["state"], .. attachArgs]));
        await WaitForAsync(ControlSocket, Attached);
    }

    /// <summary>Waits for a condition, for a minute.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.That(watch.Elapsed, Is.LessThan(Patience));
            await Task.Delay(20);
        }
    }

    /// <summary>Runs a command against the gateway.</summary>
    public SnicResult Run(params IEnumerable<string> args) =>
        Snic.Run([.. args, "--socket", ControlSocket]);

    /// <summary>Runs a command that must succeed; its output.</summary>
    public string Output(params IEnumerable<string> args)
    {
        var result = Run(args);
        Assert.That(result.Code, Is.Zero, result.Error);
        return result.Output;
    }

    public async Task<SnicResult> StopAttachAsync()
    {
        await stopAttach.CancelAsync();
        return await Attached.WaitAsync(Patience);
    }

    public async Task<SnicResult> StopBoardAsync()
    {
        await stopBoard.CancelAsync();
        return await board.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAttachAsync();
        await StopBoardAsync();
        stopAttach.Dispose();
        stopBoard.Dispose();
        Folder.Dispose();
    }

    private static async Task WaitForAsync(string socket, Task<SnicResult> process)
    {
        var watch = Stopwatch.StartNew();
        while (!File.Exists(socket))
        {
            Assert.That(process.IsCompleted, Is.False, process.IsCompleted
                ? process.Result.Error : string.Empty);
            Assert.That(watch.Elapsed, Is.LessThan(Patience), $"{socket} does not appear");
            await Task.Delay(10);
        }
    }
}
