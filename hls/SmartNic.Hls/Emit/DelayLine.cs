using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>An instance of <see cref="Module"/>: a value's bits that wait, or in a ring, whose
/// addresses they share, all bits of a module that wait from the same clock to the same
/// clock.</summary>
/// <param name="Style">What it is made of.</param>
/// <param name="Waits">What waits in it, highest first.</param>
internal sealed record DelayLine(DelayStyle Style, IReadOnlyList<Wait> Waits)
{
    /// <summary>The leaf module of all delay lines, of hw/lib.</summary>
    public const string Module = "snic_delay";

    /// <summary>Its file.</summary>
    public const string File = Module + ".sv";

    /// <summary>The clock in which its bits are there.</summary>
    public int From => Waits[0].From;

    /// <summary>The clock in which they are read.</summary>
    public int To => Waits[0].To;

    /// <summary>Bits.</summary>
    public int Width => Waits.Sum(w => w.Width);

    /// <summary>Clocks.</summary>
    public int Depth => To - From;

    /// <summary>The delay lines of some values.</summary>
    public static IEnumerable<DelayLine> Of(Usage usage, IEnumerable<Node> values) => values
        .SelectMany(usage.Waits).Where(w => w.IsLine).GroupBy(w => (w.From, w.To))
        .OrderBy(g => g.Key).SelectMany(g => Cheapest([.. g]));

    /// <summary>One ring, or a line for each where that costs no more.</summary>
    private static DelayLine[] Cheapest(IReadOnlyList<Wait> waits)
    {
        DelayLine[] lines = [.. waits.Select(w => new DelayLine(
            DelayCost.Cheapest(w.Width, w.To - w.From), [w]))];
        var ring = new DelayLine(
            DelayCost.Cheapest(waits.Sum(w => w.Width), waits[0].To - waits[0].From), waits);
        return DelayCost.IsRing(ring.Style) && ring.Cost < lines.Sum(l => l.Cost) ? [ring] : lines;
    }

    /// <summary>The value of the parameter STYLE.</summary>
    public static string Parameter(DelayStyle style) => style switch
    {
        DelayStyle.Registers => "reg",
        DelayStyle.ShiftRegister => "srl",
        DelayStyle.LutRam => "lut",
        _ => "ram",
    };

    /// <summary>Text of the module, with its comments.</summary>
    public static string Text()
    {
        using var stream = typeof(DelayLine).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private long Cost => DelayCost.Of(Style, Width, Depth);
}
