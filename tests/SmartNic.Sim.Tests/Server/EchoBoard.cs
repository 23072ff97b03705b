using SmartNic.Registers;
using SmartNic.Sim.Live;

namespace SmartNic.Sim.Tests.Server;

/// <summary>A live board that gives frames back: wire to host queue 1 and back, slow to slow.
/// </summary>
internal sealed class EchoBoard : ILiveBoard, IBar
{
    private readonly Dictionary<uint, uint> _words = new()
    {
        [GlobalRegisters.SpecHashLo] = (uint)(RegisterSpecHash.Value & uint.MaxValue),
        [GlobalRegisters.SpecHashHi] = (uint)(RegisterSpecHash.Value >> 32),
    };

    private readonly List<(PortId Port, byte[] Frame)> _frames = [];

    public IBar Bar => this;

    public int Interfaces => 1;

    /// <summary>True: the inputs take nothing.</summary>
    public bool Full { get; set; }

    public ulong NowNs { get; private set; }

    /// <summary>How often it was asked to run.</summary>
    public int Steps { get; private set; }

    public uint Read32(uint offset) => _words.GetValueOrDefault(offset);

    public void Write32(uint offset, uint value) => _words[offset] = value;

    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        for (int n = 0; n < words.Length; n++)
        {
            _words[offset + ((uint)n * 4)] = words[n];
        }
    }

    public bool TryInject(PortId port, ReadOnlySpan<byte> frame)
    {
        if (!Full)
        {
            _frames.Add((port, frame.ToArray()));
        }

        return !Full;
    }

    public bool Step(ulong nowNs)
    {
        NowNs = nowNs;
        Steps++;
        return false;
    }

    public void Collect(FrameSink sink)
    {
        foreach ((PortId port, byte[] frame) in _frames)
        {
            PortId back = port.Kind switch
            {
                PortKind.Wire => PortId.Host(0, 1),
                PortKind.Host => PortId.Wire(0),
                _ => port,
            };
            sink(back, NowNs, 0, frame);
        }

        _frames.Clear();
    }

    public void Dispose()
    {
    }
}
