using System.Globalization;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls;

/// <summary>Options of compilation; what is not given comes from the kernel's attribute.</summary>
public sealed record CompilerOptions
{
    /// <summary>Clock period in ns, 1..100; null: as the kernel says.</summary>
    public double? ClockNs { get; init; }

    /// <summary>Share of the period kept free, in percent, 0..90; null: as the kernel
    /// says.</summary>
    public double? MarginPercent { get; init; }

    /// <summary>The device's delays.</summary>
    public DeviceFamily Family { get; init; } = DeviceFamily.UltraScalePlus;

    /// <summary>
    /// Clocks from input to output, exactly; null: as few as meet the period. More than needed
    /// shortens the longest clock first.
    /// </summary>
    public int? Latency { get; init; }

    /// <summary>A period: <c>4</c>, <c>4ns</c> or <c>250MHz</c>.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static double ParseClock(string text)
    {
        string number = text.Trim();
        bool frequency = number.EndsWith("MHz", StringComparison.OrdinalIgnoreCase);
        if (frequency) number = number[..^3];
        else if (number.EndsWith("ns", StringComparison.OrdinalIgnoreCase)) number = number[..^2];
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double x)
            || x <= 0)
            throw new FormatException($"clock {text}: expected ns or MHz, e.g. 4ns or 250MHz");
        return frequency ? 1000 / x : x;
    }

    /// <summary>A number of an option.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static double ParseNumber(string option, string text) => double.TryParse(
        text, NumberStyles.Float, CultureInfo.InvariantCulture, out double x) ? x
        : throw new FormatException($"{option} {text}: expected a number");

    /// <summary>A family by its name, case and signs ignored: <c>ultrascale+</c>,
    /// <c>7-series</c>.</summary>
    /// <exception cref="FormatException">It is not known.</exception>
    public static DeviceFamily ParseFamily(string text) => text.ToLowerInvariant() switch
    {
        "ultrascale+" or "ultrascaleplus" or "xcup" => DeviceFamily.UltraScalePlus,
        "7-series" or "7series" or "xc7" => DeviceFamily.Series7,
        _ => throw new FormatException($"family {text}: expected ultrascale+ or 7-series"),
    };
}
