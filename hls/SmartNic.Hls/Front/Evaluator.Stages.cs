using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private StageCall? _stage;

    /// <summary>The calls of stages in order.</summary>
    public List<StageCall> Stages { get; } = [];

    /// <summary>A stage that is evaluated by itself.</summary>
    public StageCall? Alone { get; init; }

    /// <summary>What becomes of the packet in a stage that is not looked into: the number of its
    /// call and what it is given.</summary>
    public Func<int, Value[], Value>? Cut { get; init; }

    private StageCall StageOf(IMethodSymbol method, IOperation? at)
    {
        if (Alone is { } own && _stack.Count == 0) return own;
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
        return [.. arguments.Select((value, i) =>
        {
            if (value is EditValue edit) value = View(edit);
            if (value is WindowValue window)
            {
                StageEdge.Pin(Stages, window.Offset);
                value = Peel(window, at!);
            }
            return StageEdge.Enter(graph, stage, i, value);
        })];
    }

    /// <summary>A window of a raw graph as words.</summary>
    private Value Words(Value value)
    {
        if (value is not (WindowValue or EditValue)) return value;
        var all = value is EditValue edit
            ? Shifted(Op.ShiftLeft, Buffer.Bytes[0], edit.Offset) : ((WindowValue)value).Words[0];
        return new WindowValue([.. Enumerable.Range(1, Window.LengthBytes / 8).Select(i =>
            graph.Slice(all, all.Width - (64 * i), 64))], graph.Constant(0, 32),
            Window.LengthBytes);
    }

    private Value Leave(StageCall stage, Value before, Value after) =>
        graph.Optimises ? StageEdge.Leave(graph, stage, before, after) : after;

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
        var outer = _scope;
        _scope = scope;
        var open = IsOpen(stage, scope.Variables[stage.Packet]);
        _scope = outer;
        return scope.Facts.Follows(open) == false;
    }

    /// <summary>Whether a packet is open.</summary>
    public Node IsOpen(StageCall stage, Value packet)
    {
        var property = (IPropertySymbol)stage.IsOpen.AssociatedSymbol!;
        var open = Meaning.IsAuto(property) ? ((Aggregate)packet).Fields[TypeLayout.IndexOf(
                ((Aggregate)packet).Type, BackingField(property)!)]
            : Invoke(stage.IsOpen, packet, [], null).Result;
        return ((Scalar)open!).Node;
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
