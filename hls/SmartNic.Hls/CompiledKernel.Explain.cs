using System.Globalization;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls;

public sealed partial class CompiledKernel
{
    /// <summary>One line per stage: what it computes, how long it takes, what ends its
    /// path.</summary>
    public IEnumerable<string> Explain()
    {
        for (int stage = 0; stage < Latency; stage++)
        {
            var here = Pipeline.Nodes.Where(n => Pipeline.Stage[n] == stage && n.Op != Op.Input)
                .ToList();
            var last = here.MaxBy(n => Pipeline.Arrival[n]);
            string end = last == null ? "carries only" : $"{last.Op} {last.Width} bit"
                + (last.Origin.Name == null ? "" : $" '{last.Origin.Name}'")
                + $" at {last.Origin.File}:{last.Origin.Line}";
            yield return string.Create(CultureInfo.InvariantCulture,
                $"stage {stage,2}: {here.Count,4} values, {Pipeline.WorstNs(stage):F2} ns, {end}");
        }
        foreach (var call in Pipeline.Nodes.Where(n => n.Op == Op.Call))
            yield return $"{call.Site!.Kind} {call.Site.Name}: issued in stage "
                + $"{Pipeline.Issue[call]}, result in stage {Pipeline.Stage[call]}";
    }
}
