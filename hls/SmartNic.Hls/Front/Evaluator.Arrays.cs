using System.Numerics;
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
        return Choose(step.At, fields);
    }

    /// <summary>The index is below the number of elements here, so each of its bits halves what is
    /// left: two bits are a LUT of four elements.</summary>
    private Value Choose(Node index, ReadOnlySpan<Value> elements)
    {
        if (elements.Length == 1) return elements[0];
        int bit = BitOperations.Log2((uint)elements.Length - 1);
        return Select(graph.Slice(index, bit, 1), Choose(index, elements[(1 << bit)..]),
            Choose(index, elements[..(1 << bit)]));
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
