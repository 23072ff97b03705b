using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private Stage? _stage;

    /// <summary>A stage that is evaluated.</summary>
    /// <param name="Method">The stage.</param>
    /// <param name="IsOpen">The getter of its packet's IPacket.IsOpen.</param>
    /// <param name="Kept">By field of the packet: it means something when the packet is
    /// closed.</param>
    private sealed record Stage(IMethodSymbol Method, IMethodSymbol IsOpen, bool[] Kept)
    {
        public IParameterSymbol Packet => Method.Parameters[0];
    }

    private Stage StageOf(IMethodSymbol method, IOperation? at)
    {
        if (!(_stack.Count == 1 && PipelineRules.IsPipeline(_stack[0])))
            throw Diagnostics.StageForm(
                $"{method.Name} is a stage: only the pipeline itself calls it", at);
        var open = PipelineRules.IsOpenOf(method.Parameters[0].Type);
        return new(method, open, PipelineRules.Kept(compilation, _stack[0], open));
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

    private bool HasLeft(Scope scope, Stage stage)
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

    private static void Take(Scope closed, Scope other, Stage stage)
    {
        var mine = (Aggregate)closed.Variables[stage.Packet];
        var theirs = (Aggregate)other.Variables[stage.Packet];
        closed.Variables[stage.Packet] = mine with
        {
            Fields = [.. mine.Fields.Select((f, i) => stage.Kept[i] ? f : theirs.Fields[i])],
        };
    }
}
