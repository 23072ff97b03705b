using System.Globalization;

namespace SmartNic.Synth.Routing;

/// <summary>ROUTING.md: orders compared, then every clock.</summary>
internal static class RoutingTable
{
    private const string Heads = "| example | clock | estimate, ns | levels | scaled, ns | levels "
        + "| routed, ns | levels | carry bits | routed / scaled |";

    /// <summary>The document.</summary>
    /// <param name="clocks">All clocks of all examples.</param>
    public static string Text(IReadOnlyList<RoutedClock> clocks) => $"""
        # Estimates against routing

        Written by `make -f fpga.mk routing`; do not edit.

        No open flow routes UltraScale+. Each clock and update of the examples, which were scheduled
        for UltraScale+, is routed for an iCE40 HX8K here, alone between registers: Yosys'
        `synth_ice40`, then `nextpnr-ice40 --hx8k --freq 400`, the path in the middle of seeds
        {string.Join(", ", Router.Seeds)}. Nanoseconds of two families do not compare; what must is
        the order: which clock is critical. "Estimate" is what the schedule was made with, "scaled"
        the same clock under the delays of iCE40 and LUTs of 4 inputs. Products are not routed: the
        device has no DSP slices.

        ## Order
        Spearman's rank correlation with the routed delay; 1 is the same order.

        | over | estimate, ns | estimate, levels | scaled, ns | scaled, levels |
        |---|--:|--:|--:|--:|
        {Correlations("all clocks", clocks)}

        {Outlier(clocks)}

        ## Critical clocks
        "Short by" is how much longer the routed critical clock is than the one that the scaled
        estimate says, "its estimate" what the schedule's own estimate gives it of its worst: 100 %
        where that says the same clock, or another as long.

        | example | clocks | critical, estimate | scaled | routed | short by | its estimate |
        |---|--:|--:|--:|--:|--:|--:|
        {string.Join('\n', clocks.GroupBy(s => s.Example).Select(Critical))}

        ## Clocks
        {Heads}
        |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        {string.Join('\n', clocks.Select(Line))}

        """;

    private static string Correlations(string over, IReadOnlyList<RoutedClock> clocks)
    {
        var fit = Fit(clocks);
        string Of(Func<RoutedClock, double> what) => F(RankCorrelation.Of(
            [.. fit.Select(what)], [.. fit.Select(s => s.Routed!.Ns)]));
        return $"| {over} ({fit.Count}) | {Of(s => s.EstimatedNs)} | {Of(s => s.EstimatedLevels)} "
            + $"| {Of(s => s.ScaledNs)} | {Of(s => s.ScaledLevels)} |";
    }

    private static string Outlier(IReadOnlyList<RoutedClock> clocks)
    {
        var fit = Fit(clocks);
        int Place(RoutedClock s, Func<RoutedClock, double> by) => 1 + fit.Count(o => by(o) > by(s));
        var (worst, scaled, routed) = fit
            .Select(s => (s, Scaled: Place(s, o => o.ScaledNs),
                Routed: Place(s, o => o.Routed!.Ns)))
            .MaxBy(p => Math.Abs(p.Scaled - p.Routed));
        return $"Worst outlier: {worst.Example}, clock {worst.Clock}: number {scaled} of "
            + $"{fit.Count} by the scaled estimate, number {routed} as routed.";
    }

    private static string Critical(IGrouping<string, RoutedClock> example)
    {
        var fit = Fit(example);
        if (fit.Count == 0) return $"| {example.Key} | 0 | - | - | - | - | - |";
        var scaled = fit.MaxBy(s => s.ScaledNs)!;
        var routed = fit.MaxBy(s => s.Routed!.Ns)!;
        double more = (routed.Routed!.Ns / scaled.Routed!.Ns - 1) * 100;
        double worst = fit.Max(s => s.EstimatedNs), own = routed.EstimatedNs / worst * 100;
        return string.Create(CultureInfo.InvariantCulture,
            $"| {example.Key} | {fit.Count} | {fit.MaxBy(s => s.EstimatedNs)!.Clock} "
            + $"| {scaled.Clock} | {routed.Clock} | {more:0} % | {own:0} % |");
    }

    private static string Line(RoutedClock s)
    {
        string routed = s.Routed is not { } r ? "no route | - | - | -"
            : $"{F(r.Ns)} | {r.Levels} | {r.CarryBits} | {F(r.Ns / s.ScaledNs)}";
        return $"| {s.Example} | {s.Clock} | {F(s.EstimatedNs)} | {s.EstimatedLevels} "
            + $"| {F(s.ScaledNs)} | {s.ScaledLevels} | {routed} |";
    }

    private static List<RoutedClock> Fit(IEnumerable<RoutedClock> clocks) =>
        [.. clocks.Where(s => s.Routed != null)];

    private static string F(double x) => x.ToString("0.00", CultureInfo.InvariantCulture);
}
