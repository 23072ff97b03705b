using System.Globalization;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>A rate, or none: units are decimal (1 kbit/s = 1000 bit/s).</summary>
/// <param name="BitsPerSecond">
/// Bits per second, of packets those of their charge; zero means unlimited.
/// </param>
/// <param name="InPackets">A rate of packets, each of which is charged with 64 bytes.</param>
public readonly record struct BitRate(ulong BitsPerSecond, bool InPackets = false)
{
    /// <summary>Bits that a packet is charged with where packets are counted.</summary>
    public const ulong BitsPerPacket = 8 * MeterLength.PacketBytes;

    /// <summary>The least rate that can be configured: 64 kbit/s.</summary>
    public const ulong MinBitsPerSecond = 64_000;

    /// <summary>The highest rate that can be configured: 100 Gbit/s.</summary>
    public const ulong MaxBitsPerSecond = 100_000_000_000;

    /// <summary>No limit.</summary>
    public static BitRate Unlimited => default;

    /// <summary>True when there is no limit.</summary>
    public bool IsUnlimited => BitsPerSecond == 0;

    /// <summary>
    /// The rate as the configuration writes it, in the largest unit that is whole.
    /// </summary>
    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        return BitsPerSecond switch
        {
            0 => "unlimited",
            var b when InPackets => string.Create(culture, $"{b / BitsPerPacket} packet/s"),
            var b when b % 1_000_000_000 == 0 => string.Create(
                culture, $"{b / 1_000_000_000} Gbit/s"),
            var b when b % 1_000_000 == 0 => string.Create(culture, $"{b / 1_000_000} Mbit/s"),
            var b => string.Create(culture, $"{b / 1000m:0.###} kbit/s"),
        };
    }
}
