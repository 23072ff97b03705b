using System.Globalization;

namespace SmartNic.Features;

/// <summary>A bit rate, or none: units are decimal (1 kbit/s = 1000 bit/s).</summary>
/// <param name="BitsPerSecond">Bits per second; zero means unlimited.</param>
public readonly record struct BitRate(ulong BitsPerSecond)
{
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
            var b when b % 1_000_000_000 == 0 => string.Create(
                culture, $"{b / 1_000_000_000} Gbit/s"),
            var b when b % 1_000_000 == 0 => string.Create(culture, $"{b / 1_000_000} Mbit/s"),
            var b => string.Create(culture, $"{b / 1000m:0.###} kbit/s"),
        };
    }
}
