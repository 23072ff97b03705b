using SmartNic.Driver;
using SmartNic.Kernels;

namespace SmartNic.Sim.Model;

/// <summary>
/// Packets and bytes, each packet twice: by {tenant, class}, and by reason; indices as in
/// COUNTER_SELECT.
/// </summary>
internal sealed class ModelCounters
{
    private const uint IndexMask = (1 << CounterIndex.Bits) - 1;

    private readonly (ulong Packets, ulong Bytes)[] _counts =
        new (ulong, ulong)[CounterIndex.Of(Reason.None) + CounterIndex.Reasons];

    /// <summary>Counts the event of a frame.</summary>
    /// <param name="v">Its verdict.</param>
    /// <param name="isOut">False: its output had no room.</param>
    public void Count(in Verdict v, bool isOut = true)
    {
        Reason reason = isOut ? v.Reason : Reasons.QueueFull;
        Outcome outcome = CounterIndex.OutcomeOf(reason);
        Add(CounterIndex.Of((ushort)v.Tenant, outcome), (uint)v.CountBytes);
        Add(CounterIndex.Of(reason), (uint)v.CountBytes);
    }

    /// <summary>By the word of COUNTER_SELECT, whose bit 31 is the direction.</summary>
    public (ulong Packets, ulong Bytes) Read(uint select) =>
        (select & IndexMask) < _counts.Length ? _counts[select & IndexMask] : default;

    /// <summary>By the word of COUNTER_CLEAR.</summary>
    public void Clear(uint select)
    {
        if ((select & IndexMask) < _counts.Length)
        {
            _counts[select & IndexMask] = default;
        }
    }

    private void Add(uint index, uint bytes)
    {
        ref var c = ref _counts[index];
        c.Packets++;
        c.Bytes += bytes;
    }
}

/// <summary>Frames and bytes that crossed each port, both ways, and copies at each.</summary>
internal sealed class ModelPortCounters
{
    private const int FirstCopy = 12;

    private readonly ulong[] _values = new ulong[FirstCopy + 6];

    public void In(PortKind port, int bytes) => Add(4 * (int)port, bytes);

    /// <summary>A frame at an output.</summary>
    /// <param name="port">The output.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="isOriginal">False for a copy.</param>
    /// <param name="isTaken">False: there was no room, and it is lost.</param>
    public void Left(PortKind port, int bytes, bool isOriginal, bool isTaken)
    {
        if (!isOriginal)
        {
            _values[FirstCopy + (2 * (int)port) + (isTaken ? 0 : 1)]++;
        }

        if (isTaken)
        {
            Add((4 * (int)port) + 2, bytes);
        }
    }

    /// <summary>
    /// In the order of the registers: wire, host, slow; in, out; packets, bytes. Then wire, host,
    /// slow; copies made, lost.
    /// </summary>
    public ulong Read(uint i) => _values[i];

    private void Add(int at, int bytes)
    {
        _values[at]++;
        _values[at + 1] += (uint)bytes;
    }
}
