using SmartNic.Registers;
using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>Frames of two tenants to the wire, and what came out.</summary>
internal abstract class KillTraffic
{
    private readonly Dictionary<int, List<string>> _seen = [];
    private readonly byte[] _inner = Frames.UdpFrame(World.Peer, World.Self, 128);
    private int _pushed;

    /// <summary>Registers of the board.</summary>
    public abstract IBar Bar { get; }

    /// <summary>Frames of each tenant since the start.</summary>
    public int Pushed => _pushed / 2;

    /// <summary>What came out of a tenant, by the VNI that it has on the wire.</summary>
    public List<string> Seen(int queue) =>
        _seen.TryGetValue((int)World.Vnis[queue - 1], out var frames) ? frames : [];

    /// <summary>Sends one frame of a tenant.</summary>
    public void Push(int queue)
    {
        _pushed++;
        Push(PortId.Host(0, (ushort)queue), _inner);
    }

    /// <summary>Sends one frame, waits for it, and gives it.</summary>
    public string One(int queue)
    {
        Start();
        Push(queue);
        End();
        return Seen(queue).Single();
    }

    /// <summary>Forgets what was.</summary>
    public void Start()
    {
        End();
        _seen.Clear();
        _pushed = 0;
    }

    /// <summary>Waits until all is out.</summary>
    public abstract void End();

    /// <summary>Puts a frame on a port.</summary>
    protected abstract void Push(PortId port, byte[] frame);

    /// <summary>Notes a frame that came out.</summary>
    protected void Note(PortId port, ReadOnlySpan<byte> frame)
    {
        Assert.That(port.Kind, Is.EqualTo(PortKind.Wire), "on a port where nothing goes");
        int vni = (frame[46] << 16) | (frame[47] << 8) | frame[48];
        if (!_seen.TryGetValue(vni, out List<string>? frames))
        {
            _seen.Add(vni, frames = []);
        }

        frames.Add(Convert.ToHexString(frame));
    }
}

/// <summary>On the native kernels.</summary>
internal sealed class ModelTraffic(ModelBoard board) : KillTraffic, IDisposable
{
    public override IBar Bar => board.Bar;

    public override void End() => board.Drain((port, _, _, frame) => Note(port, frame));

    public void Dispose() => board.Dispose();

    protected override void Push(PortId port, byte[] frame)
    {
        board.Inject(port, 0, 0, frame);
        End();
    }
}

/// <summary>On the RTL: packets flow while registers are written.</summary>
internal sealed class SimTraffic(SimCore core) : KillTraffic
{
    private readonly byte[] _buffer = new byte[SimCore.MaxFrameBytes];

    public override IBar Bar => core;

    public override void End()
    {
        Assert.That(core.Run(20_000_000), Is.True, "the board does not become idle");
        while (core.TryPop(_buffer, out SimFrame frame))
        {
            Note(frame.Port, _buffer.AsSpan(0, frame.LengthBytes));
        }
    }

    protected override void Push(PortId port, byte[] frame) =>
        core.Push(port, 0, GatewayBoard.TxTag, frame);
}
