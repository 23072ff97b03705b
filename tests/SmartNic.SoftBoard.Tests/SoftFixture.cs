using Microsoft.Extensions.Logging.Abstractions;
using SmartNic.Sim.Live;
using SmartNic.Sim.Server;

namespace SmartNic.SoftBoard.Tests;

/// <summary>A software board between two pairs of devices: wire 0, and queue 1, of tenant red.
/// </summary>
internal sealed class SoftFixture : IDisposable
{
    private readonly VethPair _wire = new();
    private readonly VethPair _host = new();
    private readonly CancellationTokenSource _cancel = new();
    private readonly IBoardPort[] _ports;
    private Task _server = Task.CompletedTask;

    public SoftFixture()
    {
        Board = new LiveSoftBoard(1, NullLogger.Instance);
        Board.Attach(new DevicePort(PortId.Wire(0), _wire.Near));
        Board.Attach(new DevicePort(PortId.Host(0, 1), _host.Near));
        _ports = [.. Board.Ports];
        Wire = new PacketSocket(_wire.Far);
        Host = new PacketSocket(_host.Far);
    }

    public LiveSoftBoard Board { get; }

    /// <summary>What is at the other end of the wire.</summary>
    public PacketSocket Wire { get; }

    /// <summary>What is at the other end of the tenant's device.</summary>
    public PacketSocket Host { get; }

    public VethPair WirePair => _wire;

    public VethPair HostPair => _host;

    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"snic-{Guid.NewGuid():N}.sock");

    /// <summary>Runs the board in a thread of its own.</summary>
    public void Serve()
    {
        TaskCompletionSource ready = new();
        BoardServerOptions options = new()
        {
            SocketPath = Path, Ports = Board.Ports, Ready = ready.SetResult,
        };
        _server = BoardServer.RunAsync(options, Board, NullLogger.Instance, _cancel.Token);
        Task.WaitAny(ready.Task, _server);
        Assert.That(_server.IsCompleted, Is.False, $"{_server.Exception}");
    }

    /// <summary>One round of the board in this thread.</summary>
    /// <returns>Frames that were taken.</returns>
    public int Round()
    {
        int taken = 0;
        Board.Step(MonotonicClock.NowNs);
        for (int n = 0; n < _ports.Length; n++)
        {
            _ports[n].Receive();
            while (_ports[n].TryFeed())
            {
                taken++;
            }
        }

        for (int n = 0; n < _ports.Length; n++)
        {
            _ports[n].Flush();
        }

        return taken;
    }

    public void Dispose()
    {
        _cancel.Cancel();
        _server.GetAwaiter().GetResult();
        Wire.Dispose();
        Host.Dispose();
        Board.Dispose();
        _wire.Dispose();
        _host.Dispose();
        _cancel.Dispose();
    }
}
