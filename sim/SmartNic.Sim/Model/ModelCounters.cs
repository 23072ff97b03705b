using SmartNic.Driver;
using SmartNic.Kernels;

namespace SmartNic.Sim.Model;

/// <summary>Packets and bytes by {tenant, slot}: index = 16 x tenant + slot.</summary>
internal sealed class ModelCounters
{
    private readonly (ulong Packets, ulong Bytes)[] _counts = new (ulong, ulong)[4096 * 16];

    public void Count(in Verdict v)
    {
        ref var c = ref _counts[((uint)v.Tenant << 4) | (uint)v.Slot];
        c.Packets++;
        c.Bytes += (uint)v.CountBytes;
    }

    /// <summary>
    /// By the word of COUNTER_SELECT: bit 31 is the direction, bit 16 no counter.
    /// </summary>
    public (ulong Packets, ulong Bytes) Read(uint select) =>
        (select & 0x10000) == 0 ? _counts[select & 0xFFFF] : default;

    /// <summary>By the word of COUNTER_CLEAR.</summary>
    public void Clear(uint select)
    {
        if ((select & 0x10000) == 0)
        {
            _counts[select & 0xFFFF] = default;
        }
    }
}

/// <summary>Frames and bytes that crossed each port, both ways.</summary>
internal sealed class ModelPortCounters
{
    private readonly ulong[] _values = new ulong[12];

    public void In(PortKind port, int bytes) => Add(4 * (int)port, bytes);

    public void Out(PortKind port, int bytes) => Add((4 * (int)port) + 2, bytes);

    /// <summary>In the order of the registers: wire, host, slow; in, out; packets, bytes.</summary>
    public ulong Read(uint i) => _values[i];

    private void Add(int at, int bytes)
    {
        _values[at]++;
        _values[at + 1] += (uint)bytes;
    }
}
