using SmartNic.Hls.Front;

namespace SmartNic.Hls.Schedule;

/// <summary>Checks that a step fits in one clock beside the forwarding mux.</summary>
internal static class StepTiming
{
    /// <summary>The step as a pipeline of one clock.</summary>
    /// <exception cref="HlsException">The step is too slow (SNH0023).</exception>
    public static Pipeline Check(Design step)
    {
        double budget = step.BudgetNs - step.Delays.Lut;
        var pipeline = AsapScheduler.Run(new Pipeline(step), double.PositiveInfinity);
        var worst = pipeline.Nodes.MaxBy(n => pipeline.Arrival[n]);
        if (worst == null || pipeline.Arrival[worst] <= budget) return pipeline;
        throw Diagnostics.StepTooSlow(step.Name, pipeline.Arrival[worst], budget,
            TimingPath.Text(pipeline.Path(worst)), step.Where);
    }
}
