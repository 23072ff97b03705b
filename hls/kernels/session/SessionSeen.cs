using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// What hardware notes of one direction of a session, by the index of its record. Each direction
/// has one, written by its own pipeline; whoever ages sessions reads both. 72 bits with the
/// incarnation, a word of UltraRAM.
/// </summary>
public struct SessionSeen
{
    /// <summary>A tick is 2 to this power nanoseconds, 1.05 ms.</summary>
    public const int TickBits = 20;

    /// <summary>Arrival of its last packet in <see cref="Ticks"/>; wraps after 52 days.</summary>
    public uint LastTick;

    /// <summary>Its packets; wraps.</summary>
    public uint Packets;

    /// <summary>The tick of a time in nanoseconds.</summary>
    public static uint Ticks(ulong timeNs) => (uint)(timeNs >> TickBits);
}

/// <summary>Notes a packet; the argument is its tick.</summary>
public struct SessionStep : IStep<SessionSeen, uint, bool>
{
    /// <inheritdoc/>
    public static bool Step(ref SessionSeen state, in uint arg)
    {
        state.LastTick = arg;
        state.Packets += 1;
        return true;
    }
}
