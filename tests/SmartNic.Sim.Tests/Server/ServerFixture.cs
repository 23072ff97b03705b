using Microsoft.Extensions.Logging.Abstractions;
using SmartNic.Sim.Live;
using SmartNic.Sim.Server;

namespace SmartNic.Sim.Tests.Server;

/// <summary>A board server in a task of its own, on a socket of its own.</summary>
internal sealed class ServerFixture : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly Task _server;

    public ServerFixture(ILiveBoard board, IReadOnlyList<DevicePort>? taps = null, int queue = 1024,
        SocketLimits? limits = null)
    {
        TaskCompletionSource ready = new();
        BoardServerOptions options = new()
        {
            SocketPath = Path,
            Taps = taps ?? [],
            QueueFrames = queue,
            Limits = limits ?? new SocketLimits(),
            Ready = ready.SetResult,
        };
        _server = BoardServer.RunAsync(options, board, NullLogger.Instance, _cancel.Token);
        Task.WaitAny(ready.Task, _server);
        if (_server.IsCompleted)
        {
            _server.GetAwaiter().GetResult();
        }
    }

    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"snic-{Guid.NewGuid():N}.sock");

    public void Dispose()
    {
        _cancel.Cancel();
        _server.GetAwaiter().GetResult();
        _cancel.Dispose();
        Assert.That(File.Exists(Path), Is.False, "the socket file stays behind");
    }
}
