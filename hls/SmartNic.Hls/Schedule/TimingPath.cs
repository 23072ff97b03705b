using System.Globalization;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>Paths through a pipeline in the words of the C# source.</summary>
internal static class TimingPath
{
    /// <summary>Operation, width, name and line of a value.</summary>
    public static string Describe(Node n)
    {
        string what = n.Op == Op.Call ? $"{n.Site!.Kind} {n.Site.Name}" : $"{n.Op} {n.Width} bit";
        string name = n.Origin.Name == null || n.Op == Op.Call ? "" : $" '{n.Origin.Name}'";
        return $"{what}{name} at {n.Origin.File}:{n.Origin.Line}";
    }

    /// <summary>A path inside a clock, with the time that each operation adds.</summary>
    public static string Text(IEnumerable<(Node Node, double At)> path)
    {
        double before = 0;
        var steps = new List<string>();
        foreach (var (node, at) in path)
        {
            steps.Add($"{Describe(node)} "
                + string.Create(CultureInfo.InvariantCulture, $"+{at - before:F2} = {at:F2} ns"));
            before = at;
        }
        return string.Join(" -> ", steps);
    }

    /// <summary>What makes a pipeline as long as it is: from its last value back, the operation
    /// that ends each clock.</summary>
    public static string Clocks(Pipeline pipeline)
    {
        var steps = new List<string>();
        var node = pipeline.Nodes.Where(n => n.Op != Op.Input)
            .MaxBy(n => (pipeline.Clock[n], pipeline.Arrival[n]));
        int? shown = null;
        while (node != null && node.Op != Op.Input)
        {
            int clock = pipeline.Clock[node];
            if (clock != shown) steps.Add($"{Describe(node)} in clock {clock}");
            shown = clock;
            node = pipeline.Sources[node]
                .MaxBy(s => (pipeline.Clock[s], pipeline.Arrival[s]));
        }
        steps.Reverse();
        return string.Join(" -> ", steps);
    }
}
