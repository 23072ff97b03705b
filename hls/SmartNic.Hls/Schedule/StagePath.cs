using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>The part of a stage in the longest path through a pipeline.</summary>
/// <param name="Stage">The stage; null for what the pipeline computes between them.</param>
/// <param name="From">The clock in which its first value on the path is there.</param>
/// <param name="To">The clock in which its last is.</param>
internal sealed record StagePath(Front.StageCall? Stage, int From, int To)
{
    /// <summary>From an input to the value that is there last, if all is computed as soon as it can
    /// be: what decides the latency.</summary>
    public static IReadOnlyList<StagePath> Of(Pipeline pipeline, Partition partition)
    {
        var soonest = AsapScheduler.Run(new(pipeline.Design), pipeline.Design.BudgetNs);
        var path = new List<StagePath>();
        (int, double) When(Node n) => (soonest.Clock[n], soonest.Arrival[n]);
        for (var node = soonest.Nodes.MaxBy(When); node != null && node.Op != Op.Input;
            node = soonest.Sources[node].MaxBy(When))
        {
            var stage = partition[node] < 0 ? null : pipeline.Design.Stages[partition[node]];
            int clock = soonest.Clock[node];
            if (path.Count > 0 && path[^1].Stage == stage)
                path[^1] = path[^1] with { From = clock };
            else path.Add(new(stage, clock, clock));
        }
        path.Reverse();
        return path;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Stage?.Name ?? "the pipeline"} {From}{(To > From ? $"..{To}" : "")}";
}
