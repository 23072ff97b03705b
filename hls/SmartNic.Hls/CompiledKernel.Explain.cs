using System.Globalization;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls;

public sealed partial class CompiledKernel
{
    /// <summary>
    /// The stages of a pipeline over the clocks. Then clock by clock: the longest path with C#
    /// line, operation and ns; the bits that cross into the next clock in registers and in delay
    /// lines; and what did not fit any more, by how much. Then what waits in each delay line, and
    /// what that is made of.
    /// </summary>
    public IEnumerable<string> Explain()
    {
        var usage = new Usage(Pipeline);
        var levels = Pipeline.Measure(DelayModel.Levels);
        double budget = Pipeline.Design.BudgetNs;
        foreach (string line in Stages()) yield return line;
        yield return string.Create(C, $"a clock has {budget:F2} ns: "
            + $"{Pipeline.Design.ClockNs:F2} ns clock, "
            + $"{Pipeline.Design.MarginPercent:F0} % margin, "
            + $"{Pipeline.Design.Delays.Register:F2} ns of the register");
        for (int clock = 0; clock < Latency; clock++)
            foreach (string line in Clock(usage, levels, clock)) yield return line;
        foreach (var call in Pipeline.Nodes.Where(n => n.Op == Op.Call))
            yield return $"{TimingPath.Describe(call)}: issued in clock "
                + $"{Pipeline.Issue[call]}, result in clock {Pipeline.Clock[call]}";
        foreach (string line in DelayLines(usage)) yield return line;
        foreach (var step in Steps)
            foreach (string line in Loop(step)) yield return line;
    }

    /// <summary>What waits for long, by module.</summary>
    private IEnumerable<string> DelayLines(Usage usage)
    {
        var partition = new Partition(Pipeline);
        var modules = Pipeline.Nodes.GroupBy(
            n => n.Op == Op.Leave ? Partition.Kernel : partition[n]).OrderBy(g => g.Key);
        foreach (var module in modules)
            foreach (var line in DelayLine.Of(usage, module))
            {
                string where = module.Key == Partition.Kernel ? Name : NameOf(module.Key);
                yield return $"delay line of {where}: {line.Width} bits from clock {line.From} to "
                    + $"{line.To} in {Words(line.Style)}";
                foreach (var wait in line.Waits) yield return $"  {Describe(wait)}";
            }
    }

    private string Describe(Wait wait)
    {
        string bits = wait.Width == wait.Value.Width ? "" : wait.Width == 1 ? $"bit {wait.Low} of "
            : $"bits {wait.Low + wait.Width - 1}..{wait.Low} of ";
        return bits + wait.Value.Op switch
        {
            Op.Input => $"{wait.Value.Width} bit input '{wait.Value.Origin.Name}'",
            Op.Leave => $"{wait.Value.Width} bit '{wait.Value.Site!.Name}' of "
                + NameOf(wait.Value.Site.Stage),
            _ => TimingPath.Describe(wait.Value),
        };
    }

    private static string Words(DelayStyle style) => style switch
    {
        DelayStyle.Registers => "registers",
        DelayStyle.ShiftRegister => "shift registers",
        DelayStyle.LutRam => "LUT RAM",
        _ => "block RAM",
    };

    private IEnumerable<string> Clock(Usage usage, Pipeline levels, int clock)
    {
        var here = Pipeline.Nodes.Where(n => Pipeline.Clock[n] == clock && n.Op != Op.Input)
            .ToList();
        yield return string.Create(C, $"clock {clock,2}: {here.Count,4} values, "
            + $"{Pipeline.WorstNs(clock):F2} ns, {levels.WorstNs(clock):F0} levels, "
            + $"{usage.CrossingBits(clock)} register bits into clock {clock + 1}, "
            + $"{usage.WaitingBits(clock)} in delay lines");
        if (here.MaxBy(n => Pipeline.Arrival[n]) is { Op: not Op.Call } last)
            foreach (var (node, ns) in Pipeline.Path(last))
                yield return string.Create(C, $"  {ns,5:F2} ns  {TimingPath.Describe(node)}");
        else yield return here.Count == 0 ? "  carries only" : "  results of memories only";
        var late = Pipeline.Deferred.Where(d => Pipeline.Clock[d.Key] == clock + 1).ToList();
        if (late.Count == 0) yield break;
        // The one that the rest of the pipeline waits for longest says why there is a clock more.
        var (first, at) = late.MaxBy(d => (Tail(d.Key), d.Value));
        yield return string.Create(C, $"  full: {TimingPath.Describe(first)} would settle at "
            + $"{at:F2} ns, {at - Pipeline.Design.BudgetNs:F2} ns too late")
            + (late.Count > 1 ? $"; so would {late.Count - 1} more" : "");
    }

    /// <summary>The loop of a read-modify-write: everything in it is one clock.</summary>
    private static IEnumerable<string> Loop(Pipeline step)
    {
        var design = step.Design;
        var worst = step.Nodes.MaxBy(n => step.Arrival[n]);
        double ns = worst == null ? 0 : step.Arrival[worst];
        yield return string.Create(C, $"loop of {design.Name}: {ns + design.Delays.Lut:F2} ns "
            + $"with the forwarding choice, "
            + $"{design.BudgetNs - ns - design.Delays.Lut:F2} ns to spare");
        if (worst == null) yield break;
        foreach (var (node, at) in step.Path(worst))
            yield return string.Create(C, $"  {at,5:F2} ns  {TimingPath.Describe(node)}");
    }

    /// <summary>Clocks from a value to the last one that depends on it.</summary>
    private int Tail(Node node) => Tails().GetValueOrDefault(node);

    private Dictionary<Node, int>? _tails;

    private Dictionary<Node, int> Tails()
    {
        if (_tails != null) return _tails;
        _tails = [];
        foreach (var node in Enumerable.Reverse(Pipeline.Nodes))
        {
            int own = _tails.GetValueOrDefault(node);
            foreach (var source in Pipeline.Sources[node])
                _tails[source] = Math.Max(_tails.GetValueOrDefault(source),
                    own + Pipeline.Clock[node] - Pipeline.Clock[source]);
        }
        return _tails;
    }

    private static CultureInfo C => CultureInfo.InvariantCulture;
}
