using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using SmartNic.Driver;
using SmartNic.Sim.Live;

namespace SmartNic.Sim.Server;

/// <summary>
/// Runs a board in the host's time, serves the devices at its ports, and offers its registers and
/// slow port to one client on a Unix socket.
/// </summary>
public sealed class BoardServer : IDisposable
{
    // With nothing to do the process sleeps, and looks up so often whether it shall end.
    private const int IdleMs = 50;

    private readonly BoardServerOptions _options;
    private readonly ILiveBoard _board;
    private readonly ILogger _logger;
    private readonly SlowGate _slow;
    private readonly ClientSession _session;
    private readonly List<IBoardPort> _attached = [];
    private readonly Dictionary<PortId, IBoardPort> _byPort = [];
    private readonly UnixListener _listener;
    private readonly Reception _reception;
    private readonly LogThrottle _lossThrottle = new();
    private readonly Func<ulong> _nowNs;
    private readonly Func<string?> _owner;
    private readonly FrameSink _passOn;
    private ClientLink? _client;
    private long _unattached;
    private long _lossesTold;
    private int _firstPort;

    private BoardServer(BoardServerOptions options, ILiveBoard board, ILogger logger)
    {
        _options = options;
        _board = board;
        _logger = logger;
        _nowNs = options.NowNs ?? (() => MonotonicClock.NowNs);
        (_owner, _passOn) = (Owner, PassOn);
        _slow = new SlowGate(options.QueueFrames);
        _session = new ClientSession(board, _slow, () => Stats);
        _listener = new UnixListener(options.SocketPath);
        _reception = new Reception(_listener, options.Limits, logger);
        try
        {
            _attached.AddRange(options.Ports);
            foreach (DevicePort tap in options.Taps)
            {
                Attach(tap);
            }

            _listener.Publish();
            _listener.Blocking = false;
        }
        catch (Exception e) when (e is SocketException or IOException
            or UnauthorizedAccessException)
        {
            Dispose();
            throw new SimException($"socket {options.SocketPath}: {e.Message}", e);
        }
        catch (SimException)
        {
            Dispose();
            throw;
        }
    }

    private BoardStats Stats =>
        new([.. _attached.Select(port => port.Stats)], _slow.Stats, _unattached);

    /// <summary>Serves until cancelled.</summary>
    /// <param name="options">How.</param>
    /// <param name="board">The board; it is the caller's to dispose.</param>
    /// <param name="logger">Receives what happens.</param>
    /// <param name="cancel">Ends the server; the task then ends without an exception.</param>
    /// <exception cref="SimException">
    /// A device or the socket cannot be made, or the board broke a rule.
    /// </exception>
    public static Task RunAsync(
        BoardServerOptions options, ILiveBoard board, ILogger logger, CancellationToken cancel) =>
        Task.Factory.StartNew(
            () =>
            {
                using BoardServer server = new(options, board, logger);
                server.Run(cancel);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    /// <inheritdoc/>
    public void Dispose()
    {
        _client?.Dispose();
        _reception.Dispose();
        _listener.Dispose();
        foreach (IBoardPort port in _attached)
        {
            port.Dispose();
        }
    }

    private void Attach(DevicePort tap)
    {
        if (tap.Port.Kind == PortKind.Slow || tap.Port.Interface >= _board.Interfaces)
        {
            throw new SimException($"device {tap.Device}: the board has no such port");
        }

        AttachedPort port = new(tap, _board, _options.QueueFrames, _logger);
        _attached.Add(port);
        if (!_byPort.TryAdd(tap.Port, port))
        {
            throw new SimException($"device {tap.Device}: its port has another device");
        }
    }

    private void Run(CancellationToken cancel)
    {
        _logger.Serving(_options.SocketPath, _attached.Count);
        _options.Ready?.Invoke();
        bool busy = false;
        while (!cancel.IsCancellationRequested)
        {
            Wait(busy ? 0 : IdleMs);
            _board.Step(_nowNs());
            _reception.Accept(_owner);
            GreetClients();
            ServeClient();
            foreach (IBoardPort port in _attached)
            {
                port.Receive();
            }

            Feed();
            busy = _board.Step(_nowNs()) || _slow.HasFrames;
            _board.Collect(_passOn);
            foreach (IBoardPort port in _attached)
            {
                port.Flush();
                busy |= port.IsBusy;
            }

            FlushClient();
        }
    }

    private unsafe void Wait(int timeoutMs)
    {
        Span<LinuxCalls.PollEntry> entries = stackalloc LinuxCalls.PollEntry[
            _attached.Count + _options.Limits.Connections + 2];
        int count = _reception.Watch(entries);
        foreach (IBoardPort port in _attached)
        {
            // A file of -1 is passed over.
            entries[count++] = new() { File = port.Descriptor, Events = LinuxCalls.PollIn };
        }

        if (_client is { } client)
        {
            // What a client that does not read may ask, waits in the socket.
            int events = (client.IsFull ? 0 : LinuxCalls.PollIn)
                | (client.WantsToSend ? LinuxCalls.PollOut : 0);
            entries[count++] = new() { File = client.Descriptor, Events = (short)events };
        }

        fixed (LinuxCalls.PollEntry* first = entries)
        {
            // What became ready does not matter: everything is looked at, and nothing blocks.
            LinuxCalls.Poll(first, (nuint)count, timeoutMs);
        }
    }

    /// <summary>Why nobody else can own the board; null when it has no owner.</summary>
    private string? Owner()
    {
        // An owner that left before this one came must not stand in its way.
        while (_client is { HasLeft: true } left)
        {
            left.Discard();
            ServeClient();
        }

        return _client is { } owner
            ? $"the board has an owner already (process {owner.ProcessId})"
            : null;
    }

    private void GreetClients()
    {
        if (_client is null && _reception.Greet(_session) is { } client)
        {
            _client = client;
            _logger.Connected();
            _reception.Refuse(Owner() ?? "the board had an owner");
        }
    }

    private void ServeClient()
    {
        if (_client is not { } client)
        {
            return;
        }

        if (!client.IsFull && !client.Receive())
        {
            _logger.Disconnected();
            Close();
        }
        else if (_session.Serve(client) is { } wrong)
        {
            _logger.Refused(wrong);
            Close();
        }
    }

    private void FlushClient()
    {
        if (_client is { } client)
        {
            // The frames first: the client hears of room when it has what the room cost.
            bool isThere = client.Flush();
            _slow.Report(client);
            if (!isThere || !client.Flush())
            {
                _logger.Disconnected();
                Close();
            }
        }

        if (_slow.LostToClient > _lossesTold && _lossThrottle.Allows(out _))
        {
            _lossesTold = _slow.LostToClient;
            _logger.SlowFramesLost(_lossesTold);
        }
    }

    private void Close()
    {
        _client?.Dispose();
        _client = null;
        _slow.Forget();
    }

    /// <summary>
    /// One frame of each in turn, so that no port waits for the queue of another.
    /// </summary>
    private void Feed()
    {
        bool fed = true;
        while (fed)
        {
            fed = _slow.TryFeed(_board, _client);
            for (int n = 0; n < _attached.Count; n++)
            {
                fed |= _attached[(_firstPort + n) % _attached.Count].TryFeed();
            }
        }

        _firstPort = _attached.Count == 0 ? 0 : (_firstPort + 1) % _attached.Count;
    }

    private void PassOn(PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame)
    {
        if (port.Kind == PortKind.Slow)
        {
            _slow.Send(_client, frame);
        }
        else if (_byPort.TryGetValue(port, out IBoardPort? attached))
        {
            attached.Send(frame);
        }
        else
        {
            _unattached++;
        }
    }
}
