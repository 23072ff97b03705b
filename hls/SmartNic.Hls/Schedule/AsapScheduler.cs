using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>As soon as possible: a value waits for a register only when its stage is
/// full.</summary>
internal static class AsapScheduler
{
    private const int LutInputs = 6;

    /// <summary>Stages of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="budget">What a stage may take between registers, in ns.</param>
    public static Pipeline Run(Design design, double budget)
    {
        var pipeline = new Pipeline(design);
        var timing = new StageTiming(pipeline);
        int last = 0;
        foreach (var node in pipeline.Nodes)
        {
            var sources = timing.Sources(node);
            int stage = sources.Select(s => pipeline.Stage[s]).DefaultIfEmpty(0).Max();
            if (node.Op == Op.Call)
            {
                pipeline.Issue[node] = stage;
                stage += node.Site!.Latency + (node.Site.Kind == CallKind.Product ? 0 : 1);
                pipeline.Stage[node] = stage;
                pipeline.Arrival[node] = 0;
                last = Math.Max(last, stage);
                continue;
            }
            timing.Place(node, stage);
            bool waits = sources.Any(s => pipeline.Stage[s] == stage && pipeline.Arrival[s] > 0);
            if (pipeline.Arrival[node] > budget && waits)
            {
                pipeline.Deferred[node] = pipeline.Arrival[node];
                timing.Place(node, stage + 1);
            }
            last = Math.Max(last, pipeline.Stage[node]);
        }
        pipeline.Latency = last + 1;
        return pipeline;
    }

    /// <summary>The same stages under other delays.</summary>
    public static Pipeline Measure(Pipeline scheduled, DelayModel delays)
    {
        var pipeline = new Pipeline(scheduled.Design with { Delays = delays });
        var timing = new StageTiming(pipeline);
        foreach (var node in pipeline.Nodes)
        {
            if (node.Op != Op.Call) timing.Place(node, scheduled.Stage[node]);
            else (pipeline.Stage[node], pipeline.Arrival[node]) = (scheduled.Stage[node], 0);
        }
        pipeline.Latency = scheduled.Latency;
        return pipeline;
    }

    /// <summary>Arrival inside a stage, with logic packed into 6-input cuts.</summary>
    private sealed class StageTiming(Pipeline pipeline)
    {
        private readonly Dictionary<Node, Node[]> _sources = [];
        private readonly Dictionary<Node, Node[]?> _cuts = [];

        public Node[] Sources(Node n) => _sources.TryGetValue(n, out var s) ? s
            : _sources[n] = [.. n.Args.SelectMany(Wiring.Sources).Distinct()];

        public void Place(Node n, int stage)
        {
            pipeline.Stage[n] = stage;
            _cuts[n] = null;
            if (n.Op == Op.Input)
            {
                pipeline.Arrival[n] = 0;
                return;
            }
            double alone = Latest(Sources(n), stage) + pipeline.Design.Delays.Of(n);
            pipeline.Arrival[n] = alone;
            if (!DelayModel.IsLut(n)) return;
            var cut = Merge(n, stage);
            if (cut == null)
            {
                _cuts[n] = [.. n.Args.Where(a => !a.IsConstant).Select(Bare).Distinct()];
                return;
            }
            _cuts[n] = cut;
            double packed = Latest(cut.SelectMany(Wiring.Sources), stage)
                + pipeline.Design.Delays.Lut;
            pipeline.Arrival[n] = Math.Min(alone, packed);
        }

        private double Latest(IEnumerable<Node> sources, int stage) => sources
            .Where(s => pipeline.Stage[s] == stage).Select(s => pipeline.Arrival[s])
            .DefaultIfEmpty(0).Max();

        /// <summary>The inputs of one LUT that computes this bit from earlier values, if it
        /// fits.</summary>
        private Node[]? Merge(Node n, int stage)
        {
            var leaves = new HashSet<Node>();
            foreach (var arg in n.Args.Where(a => !a.IsConstant).Select(Bare))
            {
                if (!arg.IsWiring && pipeline.Stage[arg] == stage
                    && _cuts.TryGetValue(arg, out var cut) && cut != null)
                    leaves.UnionWith(cut);
                else
                    leaves.Add(arg);
                if (leaves.Count > LutInputs) return null;
            }
            return [.. leaves];
        }

        private static Node Bare(Node n) => n.Op == Op.ZeroExtend ? n.Args[0] : n;
    }
}
