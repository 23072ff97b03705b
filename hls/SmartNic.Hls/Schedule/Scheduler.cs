using SmartNic.Hls.Front;

namespace SmartNic.Hls.Schedule;

/// <summary>The fewest clocks that meet the period, or exactly as many as were asked for.</summary>
internal static class Scheduler
{
    private const int Halvings = 12;

    /// <summary>The clocks of a design.</summary>
    /// <exception cref="HlsException">An operation does not fit in a clock (SNH0027), or the
    /// latency is too short (SNH0026).</exception>
    public static Pipeline Run(Design design)
    {
        var least = AsapScheduler.Run(new Pipeline(design), design.BudgetNs);
        CheckClocks(least);
        if (design.FixedLatency is not { } clocks || clocks == least.Latency)
        {
            LeastRegisters.Improve(least, design.BudgetNs);
            return least;
        }
        if (clocks < least.Latency)
            throw Diagnostics.LatencyTooShort(
                clocks, least.Latency, TimingPath.Clocks(least), design.Where);
        var spread = Spread(least, clocks);
        spread.Latency = clocks;
        LeastRegisters.Improve(spread, spread.Arrival.Values.Max());
        return spread;
    }

    /// <summary>The least that a clock may hold to still give the latency; what is left is
    /// padding.</summary>
    private static Pipeline Spread(Pipeline best, int clocks)
    {
        double little = 0, enough = best.Design.BudgetNs;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (little + enough) / 2;
            var tried = AsapScheduler.Run(best.Empty(best.Design.Delays), middle);
            if (tried.Latency <= clocks) (best, enough) = (tried, middle);
            else little = middle;
        }
        return best;
    }

    private static void CheckClocks(Pipeline pipeline)
    {
        double budget = pipeline.Design.BudgetNs + 1e-9;
        var slow = pipeline.Nodes.FirstOrDefault(n => pipeline.Arrival[n] > budget);
        if (slow == null) return;
        throw Diagnostics.OperationTooSlow(
            TimingPath.Describe(slow), pipeline.Arrival[slow], budget, pipeline.Design.Where);
    }
}
