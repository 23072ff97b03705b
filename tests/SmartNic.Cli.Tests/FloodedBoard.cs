using SmartNic.Driver;
using SmartNic.Registers;
using SmartNic.Sim.Live;
using SmartNic.Sim.Model;
using SmartNic.Testing;

namespace SmartNic.Cli.Tests;

/// <summary>
/// The model in the host's time, with two tenants on it: queue 1 broadcasts as often as it can,
/// queue 2 asks for its neighbour now and then. The slow port is slow, and the network sends every
/// tunnel packet back.
/// </summary>
internal sealed class FloodedBoard : ILiveBoard
{
    public const int Asked = 50;
    private const ulong BroadcastNs = 500_000;
    private const ulong AskNs = 20_000_000;
    private const int SlowFramesPerStep = 4;

    private readonly LiveReplayBoard _board =
        new(new ModelBoard(1, () => MonotonicClock.NowNs), 1);

    private readonly byte[] _broadcast =
        Frames.Ethernet(0xFFFF_FFFF_FFFF, 0x0200_0000_0101, 0x88B5, new byte[86]);

    private readonly List<byte[]> _returned = [];
    private readonly byte[] _request;
    private ulong _lastBroadcastNs, _lastAskNs;
    private int _slowRoom, _asked;
    private long _answers, _broadcasts, _delivered;
    private volatile bool _isFlooding;

    public FloodedBoard()
    {
        _request = [.. Convert.FromHexString(
            "ffffffffffff02000000010108060001080006040001"
            + "0200000001010a0000010000000000000a000002"), .. new byte[18]];
    }

    public IBar Bar => _board.Bar;

    public int Interfaces => 1;

    /// <summary>Whether the tenants send.</summary>
    public bool IsFlooding
    {
        get => _isFlooding;
        set => _isFlooding = value;
    }

    /// <summary>Answers that reached queue 2.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    /// <summary>Frames that queue 1 sent.</summary>
    public long Broadcasts => Interlocked.Read(ref _broadcasts);

    /// <summary>Frames that came back to queue 1.</summary>
    public long Delivered => Interlocked.Read(ref _delivered);

    public bool TryInject(PortId port, ReadOnlySpan<byte> frame)
    {
        if (port.Kind == PortKind.Slow && _slowRoom == 0)
        {
            return false;
        }

        bool isTaken = _board.TryInject(port, frame);
        _slowRoom -= isTaken && port.Kind == PortKind.Slow ? 1 : 0;
        return isTaken;
    }

    public bool Step(ulong nowNs)
    {
        _slowRoom = SlowFramesPerStep;
        if (_isFlooding)
        {
            Send(nowNs);
        }

        while (_returned.Count > 0 && _board.TryInject(PortId.Wire(0), _returned[^1]))
        {
            _returned.RemoveAt(_returned.Count - 1);
        }

        return _board.Step(nowNs) || _isFlooding || _returned.Count > 0;
    }

    public void Collect(FrameSink sink) => _board.Collect((port, timeNs, tag, frame) =>
    {
        if (port.Kind == PortKind.Slow)
        {
            sink(port, timeNs, tag, frame);
        }
        else if (port.Kind == PortKind.Wire)
        {
            // Back to where it came from: source and destination change places.
            byte[] back = frame.ToArray();
            frame.Slice(26, 4).CopyTo(back.AsSpan(30));
            frame.Slice(30, 4).CopyTo(back.AsSpan(26));
            _returned.Add(back);
        }
        else if (port.Queue == 2)
        {
            Interlocked.Increment(ref _answers);
        }
        else
        {
            Interlocked.Increment(ref _delivered);
        }
    });

    public void Dispose() => _board.Dispose();

    private void Send(ulong nowNs)
    {
        if (nowNs - _lastBroadcastNs >= BroadcastNs
            && _board.TryInject(PortId.Host(0, 1), _broadcast))
        {
            _lastBroadcastNs = nowNs;
            Interlocked.Increment(ref _broadcasts);
        }

        if (_asked < Asked && nowNs - _lastAskNs >= AskNs
            && _board.TryInject(PortId.Host(0, 2), _request))
        {
            _lastAskNs = nowNs;
            _asked++;
        }
    }
}
