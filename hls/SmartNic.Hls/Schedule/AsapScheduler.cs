using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>As soon as possible: a value waits for a register only when its stage is
/// full.</summary>
internal static class AsapScheduler
{
    /// <summary>Gives every value of a pipeline its first stage.</summary>
    /// <param name="pipeline">A pipeline without stages.</param>
    /// <param name="budget">What a stage may take between registers, in ns.</param>
    public static Pipeline Run(Pipeline pipeline, double budget)
    {
        int last = 0;
        foreach (var node in pipeline.Nodes)
        {
            var sources = pipeline.Sources[node];
            int stage = sources.Select(s => pipeline.Stage[s]).DefaultIfEmpty(0).Max();
            if (node.Op == Op.Call)
            {
                pipeline.Issue[node] = stage;
                stage += node.Site!.Latency + (node.Site.Kind == CallKind.Product ? 0 : 1);
            }
            pipeline.Place(node, stage);
            bool waits = sources.Any(s => pipeline.Stage[s] == stage && pipeline.Arrival[s] > 0);
            if (pipeline.Arrival[node] > budget && waits)
            {
                pipeline.Deferred[node] = pipeline.Arrival[node];
                pipeline.Place(node, stage + 1);
            }
            last = Math.Max(last, pipeline.Stage[node]);
        }
        pipeline.Latency = last + 1;
        return pipeline;
    }
}
