using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>Inline arrays: their elements are the fields of a struct, and an index that the packet
/// decides chooses between them.</summary>
internal sealed partial class Evaluator
{
    /// <summary>A step from a variable into it: a field, or the element at an index.</summary>
    private readonly record struct Step(int Index, Node? At)
    {
        public static implicit operator Step(int index) => new(index, null);
    }

    private Step StepOf(IInlineArrayAccessOperation access)
    {
        int count = Meaning.InlineLength(Close(access.Instance.Type))!.Value;
        if (Evaluate(access.Argument) is not Scalar { Node.Width: 32 } index)
            throw Diagnostics.ExpressionNotSupported(access);
        if (index.Node.IsConstant)
            return index.Node.Value < count ? (int)index.Node.Value
                : throw Diagnostics.OutsideArray(count, access.Argument);
        var values = ValueSets.Of(index.Node, _scope.Facts);
        if (values == null || values.Count == 0 || values.Max >= count)
            values = PathSolver.Values(index.Node, _scope.Facts, count);
        if (values == null || values.Count > 0 && values.Max >= count)
            throw Diagnostics.OutsideArray(count, access.Argument);
        return new(0, index.Node);
    }

    private Value Element(Value whole, Step step)
    {
        var fields = ((Aggregate)whole).Fields;
        if (step.At == null) return fields[step.Index];
        var value = fields[^1];
        for (int k = fields.Length - 1; k-- > 0;) value = Select(Is(step.At, k), fields[k], value);
        return value;
    }

    private Node Is(Node index, int k) =>
        graph.Make(Op.Equal, 1, index, graph.Constant(k, index.Width));

    private Value Replace(Value whole, ReadOnlySpan<Step> path, Value part)
    {
        if (path.IsEmpty) return part;
        var aggregate = (Aggregate)whole;
        if (path[0].At is not { } at)
        {
            int own = path[0].Index;
            return aggregate.With(own, Replace(aggregate.Fields[own], path[1..], part));
        }
        var fields = (Value[])aggregate.Fields.Clone();
        for (int k = 0; k < fields.Length; k++)
            fields[k] = Select(Is(at, k), Replace(fields[k], path[1..], part), fields[k]);
        return aggregate with { Fields = fields };
    }

    /// <summary>An element whose index is no constant may only be read, or assigned by itself: an
    /// index is evaluated once, and before what is assigned.</summary>
    private static void PlainElements(IOperation place)
    {
        for (IOperation? at = place; at != null; at = at switch
        {
            IFieldReferenceOperation f => f.Instance,
            IPropertyReferenceOperation p => p.Instance,
            IInlineArrayAccessOperation a => a.Instance,
            _ => null,
        })
            if (at is IInlineArrayAccessOperation { Argument.ConstantValue.HasValue: false } open)
                throw Diagnostics.RefNotSupported(open);
    }
}
