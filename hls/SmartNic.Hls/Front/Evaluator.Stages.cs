using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private StageCall? _stage;

    /// <summary>The calls of stages in order.</summary>
    public List<StageCall> Stages { get; } = [];

    private StageCall StageOf(IMethodSymbol method, IOperation? at)
    {
        if (!(_stack.Count == 1 && PipelineRules.IsPipeline(_stack[0])))
            throw Diagnostics.StageForm(
                $"{method.Name} is a stage: only the pipeline itself calls it", at);
        var open = PipelineRules.IsOpenOf(method.Parameters[0].Type);
        var kept = PipelineRules.Kept(compilation, _stack[0], open);
        var stage = new StageCall(Stages.Count,
            StageCall.NameOf(method, Stages.Select(s => s.Name)), method, open, kept);
        Stages.Add(stage);
        return stage;
    }

    /// <summary>What a stage is given, as values of its own.</summary>
    private Value[] Enter(StageCall stage, Value[] arguments, IOperation? at)
    {
        if (!graph.Optimises) return arguments;
        var names = new HashSet<string>();
        return [.. arguments.Select((value, i) => Cross(Op.Enter, stage,
            i == 0 ? "" : Names.Snake(stage.Method.Parameters[i].Name), value, null, names, at))];
    }

    /// <summary>A packet as a stage hands it on: what the stage leaves alone passes by it.
    /// </summary>
    private Value Leave(StageCall stage, Value before, Value after) => graph.Optimises
        ? Cross(Op.Leave, stage, "", after, before, [], null) : after;

    private Value Cross(Op op, StageCall stage, string name, Value value, Value? before,
        HashSet<string> names, IOperation? at)
    {
        Node Port(string port, Node x)
        {
            port = Names.Port(port);
            if (!names.Add(port)) throw Diagnostics.StageForm($"{stage.Method.Name} would have two "
                + $"ports called {port}: rename the parameter or field", at);
            return graph.Cross(op, new(CallKind.Port, $"{stage.Number}/{port}", port, 0)
            {
                Stage = stage.Number,
            }, x);
        }
        switch (value)
        {
            case Scalar scalar when before is Scalar { Node: var old }:
                bool same = scalar.Node == graph.Cross(Op.Enter, new(CallKind.Port,
                    $"{stage.Number}/{Names.Port(name)}", Names.Port(name), 0)
                {
                    Stage = stage.Number,
                }, old);
                return scalar with { Node = same ? old : Port(name, scalar.Node) };
            case Scalar scalar:
                return scalar with { Node = Port(name, scalar.Node) };
            case Aggregate all when TypeLayout.IsMemory(all.Type) || StateMember.IsState(all.Type):
                return all;
            case Aggregate all:
                return all with
                {
                    Fields = [.. TypeLayout.Fields(all.Type).Select((f, i) => Cross(op, stage,
                        TypeLayout.Inside(name, f.Name), all.Fields[i],
                        (before as Aggregate)?.Fields[i], names, at))],
                };
            case WindowValue window:
                var whole = Peel(window, at!);
                return whole with
                {
                    Words = [.. whole.Words.Select((w, i) => Port($"{name}_{i}", w))],
                };
            default:
                return value;
        }
    }

    /// <summary>
    /// Nobody reads what stages hand on once the packet is closed: later stages return at once.
    /// Where a stage has returned with a closed packet, and goes on with another, that one's values
    /// do, and no choice has to wait for the fate. What the proof compares, outputs and effects,
    /// does not change.
    /// </summary>
    private void MeetClosed(Scope x, Scope y)
    {
        if (!graph.Optimises || _stage is not { } stage
            || !SymbolEqualityComparer.Default.Equals(x.Method, stage.Method)) return;
        if (HasLeft(x, stage)) Take(x, y, stage);
        else if (HasLeft(y, stage)) Take(y, x, stage);
    }

    private bool HasLeft(Scope scope, StageCall stage)
    {
        if (!scope.Returned.IsOne) return false;
        var packet = (Aggregate)scope.Variables[stage.Packet];
        var outer = _scope;
        _scope = scope;
        var property = (IPropertySymbol)stage.IsOpen.AssociatedSymbol!;
        var open = Meaning.IsAuto(property)
            ? packet.Fields[TypeLayout.IndexOf(packet.Type, BackingField(property)!)]
            : Invoke(stage.IsOpen, packet, [], null).Result;
        _scope = outer;
        return scope.Facts.Follows(((Scalar)open!).Node) == false;
    }

    private static void Take(Scope closed, Scope other, StageCall stage)
    {
        var mine = (Aggregate)closed.Variables[stage.Packet];
        var theirs = (Aggregate)other.Variables[stage.Packet];
        closed.Variables[stage.Packet] = mine with
        {
            Fields = [.. mine.Fields.Select((f, i) => stage.Kept[i] ? f : theirs.Fields[i])],
        };
    }
}
