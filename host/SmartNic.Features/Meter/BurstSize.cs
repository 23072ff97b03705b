using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>How much may come at once.</summary>
/// <param name="Bytes">Bytes; of packets what they are charged with.</param>
/// <param name="InPackets">A number of packets.</param>
internal readonly record struct BurstSize(ulong Bytes, bool InPackets)
{
    /// <summary>As the configuration has it, in the largest unit that is whole.</summary>
    public override string ToString() => Bytes switch
    {
        var b when InPackets => $"{b / MeterLength.PacketBytes} packet",
        var b when b % (1 << 20) == 0 => $"{b >> 20} MiB",
        var b when b % (1 << 10) == 0 => $"{b >> 10} KiB",
        var b => $"{b} B",
    };
}
