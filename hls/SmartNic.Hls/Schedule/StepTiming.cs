using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>Checks that a step fits in one clock beside the forwarding mux.</summary>
internal static class StepTiming
{
    /// <summary>The step as a pipeline of one stage.</summary>
    /// <exception cref="HlsException">The step is too slow (SNH0023).</exception>
    public static Pipeline Check(Design step, Memory memory)
    {
        double budget = DelayModel.Budget(step) - DelayModel.Lut;
        var pipeline = AsapScheduler.Run(step with { ClockNs = 1e6, MarginPercent = 0 });
        var worst = pipeline.Nodes.MaxBy(n => pipeline.Arrival[n]);
        if (worst == null || pipeline.Arrival[worst] <= budget) return pipeline;
        throw Diagnostics.StepTooSlow(step.Name, pipeline.Arrival[worst], budget,
            Path(pipeline, worst), memory.Step!.Locations[0]);
    }

    private static string Path(Pipeline pipeline, Node end)
    {
        var steps = new List<string>();
        for (var node = end; node != null && node.Op != Op.Input;)
        {
            steps.Add($"{node.Origin.Name ?? node.Op.ToString()} "
                + $"({node.Op} {node.Width} bit, {node.Origin.File}:{node.Origin.Line}, "
                + FormattableString.Invariant($"{pipeline.Arrival[node]:F2} ns)"));
            node = node.Args.SelectMany(Wiring.Sources).Distinct()
                .MaxBy(s => pipeline.Arrival[s]);
        }
        steps.Reverse();
        return string.Join(" -> ", steps);
    }
}
