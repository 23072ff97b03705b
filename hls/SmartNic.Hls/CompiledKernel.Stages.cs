using SmartNic.Hls.Emit;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls;

public sealed partial class CompiledKernel
{
    /// <summary>
    /// The pipeline's stages over the clocks: when each works and what it waits for; for each
    /// update, when it knows that the packet is still open; and the stages on the longest path.
    /// </summary>
    private IEnumerable<string> Stages()
    {
        var partition = new Partition(Pipeline);
        var stages = KernelEmitter.StagesOf(Pipeline, partition);
        if (stages.Count == 0) yield break;
        var soonest = AsapScheduler.Run(new(Pipeline.Design), Pipeline.Design.BudgetNs);
        int wide = stages.Max(s => s.Stage.Name.Length);
        yield return "stages over the clocks (+ computes, - carries):";
        yield return $"  {"".PadRight(wide)}  {string.Concat(Enumerable.Range(0, Latency)
            .Select(clock => clock % 10))}";
        foreach (var stage in stages)
            yield return $"  {stage.Stage.Name.PadRight(wide)}  {Bar(stage)}  "
                + Waits(stage, soonest);
        foreach (var call in stages.SelectMany(s => s.Nodes).Where(
            n => n.Op == Op.Call && n.Site!.Kind == CallKind.Update))
            yield return $"  update of {call.Site!.Name}: in clock {Pipeline.Issue[call]}; its "
                + $"argument could be there in clock {Settled(call.Args[2], soonest)}, and whether "
                + $"the packet is still open is known in clock {Settled(call.Args[0], soonest)}";
        string path = string.Join(" -> ", StagePath.Of(Pipeline, partition));
        yield return $"  the longest path: {path}";
    }

    private string Bar(StagePorts stage)
    {
        var works = stage.Nodes.Where(n => n.Op != Op.Call).Select(n => Pipeline.Clock[n])
            .Concat(stage.Nodes.Where(n => n.Op == Op.Call).Select(n => Pipeline.Issue[n]))
            .ToHashSet();
        return string.Concat(Enumerable.Range(0, Latency).Select(clock =>
            works.Contains(clock) ? '+' : clock > stage.First && clock < stage.Last ? '-' : ' '));
    }

    /// <summary>What it is given last, if all is computed as soon as it can be; the fate of the
    /// packet apart, which every stage hands on.</summary>
    private string Waits(StagePorts stage, Pipeline soonest)
    {
        var kept = stage.Stage.Handed.Zip(stage.Stage.KeptScalars).Where(f => f.Second)
            .Select(f => f.First.Name).ToHashSet();
        var last = stage.Inputs.Where(i => !kept.Contains(i.Value.Site!.Name))
            .SelectMany(i => Wiring.Sources(i.Value)).Where(s => s.Op == Op.Leave)
            .MaxBy(s => soonest.Clock[s]);
        return last == null ? "" : $"waits for {last.Site!.Name} of {NameOf(last.Site.Stage)}, "
            + $"there in clock {soonest.Clock[last]} at the soonest";
    }

    private string NameOf(int stage) =>
        stage < 0 ? "the pipeline" : Pipeline.Design.Stages[stage].Name;

    private static int Settled(Node argument, Pipeline soonest) => Wiring.Sources(argument)
        .Select(s => soonest.Clock[s]).DefaultIfEmpty(0).Max();
}
