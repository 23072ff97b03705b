using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>As soon as possible: a value waits for a register only when its clock is
/// full.</summary>
internal static class AsapScheduler
{
    /// <summary>Gives every value of a pipeline its first clock.</summary>
    /// <param name="pipeline">A pipeline whose values have no clocks.</param>
    /// <param name="budget">What a clock may take between registers, in ns.</param>
    public static Pipeline Run(Pipeline pipeline, double budget)
    {
        int last = 0;
        foreach (var node in pipeline.Nodes)
        {
            var sources = pipeline.Sources[node];
            int clock = sources.Select(s => pipeline.Clock[s]).DefaultIfEmpty(0).Max();
            if (node.Op == Op.Call)
            {
                pipeline.Issue[node] = clock;
                clock += node.Site!.Latency + (node.Site.Kind == CallKind.Product ? 0 : 1);
            }
            pipeline.Place(node, clock);
            bool waits = sources.Any(s => pipeline.Clock[s] == clock && pipeline.Arrival[s] > 0);
            if (pipeline.Arrival[node] > budget && waits)
            {
                pipeline.Deferred[node] = pipeline.Arrival[node];
                pipeline.Place(node, clock + 1);
            }
            last = Math.Max(last, pipeline.Clock[node]);
        }
        pipeline.Latency = last + 1;
        return pipeline;
    }
}
