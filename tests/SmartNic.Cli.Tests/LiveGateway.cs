using System.Diagnostics;

namespace SmartNic.Cli.Tests;

/// <summary>A board and the gateway attached to it, in process, on sockets of their own.</summary>
internal sealed class LiveGateway : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource stopBoard = new();
    private readonly CancellationTokenSource stopAttach = new();
    private readonly Task<SnicResult> board;

    private LiveGateway()
    {
        board = Task.Run(() => Snic.RunAsync(stopBoard.Token, "board", "sim",
            "--backend", "model", "--interfaces", "2", "--socket", BoardSocket));
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
        live.Attached = Task.Run(() => Snic.RunAsync(live.stopAttach.Token,
            ["board", "attach", "--board", live.BoardSocket,
                "--socket", live.ControlSocket, "--state", live.Folder["state"],
                .. attachArgs]));
        await WaitForAsync(live.ControlSocket, live.Attached);
        return live;
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
