using System.Globalization;

namespace SmartNic.Cli.Shell;

/// <summary>Numbers as people read them; JSON carries plain ones.</summary>
internal static class Units
{
    public static string Text(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Bytes in the largest binary unit that is whole: <c>64 KiB</c>.</summary>
    public static string Bytes(ulong value) => value switch
    {
        0 => "-",
        _ when value % (1 << 20) == 0 => $"{value >> 20} MiB",
        _ when value % (1 << 10) == 0 => $"{value >> 10} KiB",
        _ => $"{value} B",
    };

    /// <summary>A number to put a unit behind: <c>1.25 M</c>, <c>870 k</c>.</summary>
    public static string PerSecond(double value) => value switch
    {
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.00} M"),
        >= 1e4 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0} k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0} "),
    };
}
