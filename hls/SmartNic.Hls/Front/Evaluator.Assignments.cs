using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    /// <summary>A variable and the way to a field in it; no root: the object being
    /// initialised.</summary>
    private sealed record Place(ISymbol? Root, Step[] Path);

    private readonly List<Value> _receivers = [];

    private Place? PlaceOf(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return new(local.Local, []);
            case IParameterReferenceOperation parameter:
                return new(parameter.Parameter, []);
            case IInstanceReferenceOperation i
                when i.ReferenceKind == InstanceReferenceKind.ImplicitReceiver:
                return new(null, []);
            case IInstanceReferenceOperation:
                return new(_scope.Method, []);
            case IDeclarationExpressionOperation declaration:
                return PlaceOf(declaration.Expression);
            case IFieldReferenceOperation { Instance: { } instance } field:
                return Inside(instance, field.Field);
            case IInlineArrayAccessOperation array:
                return PlaceOf(array.Instance) is { } whole
                    ? whole with { Path = [.. whole.Path, StepOf(array)] } : null;
            case IPropertyReferenceOperation { Instance: { } instance } property:
                return Meaning.IsAuto(property.Property)
                    && BackingField(property.Property) is { } backing ? Inside(instance, backing)
                    : null;
            default:
                return null;
        }
    }

    private Place? Inside(IOperation instance, IFieldSymbol field) =>
        PlaceOf(instance) is { } place
            ? place with { Path = [.. place.Path, TypeLayout.IndexOf(Close(instance.Type), field)] }
            : null;

    private static IFieldSymbol? BackingField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f =>
            SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    private Value Load(IOperation operation)
    {
        if (PlaceOf(operation) is { } place) return Read(place, operation);
        if (operation is IInlineArrayAccessOperation array)
            return Element(Evaluate(array.Instance), StepOf(array));
        var field = (IFieldReferenceOperation)operation;
        if (Evaluate(field.Instance!) is not Aggregate whole)
            throw Diagnostics.ExpressionNotSupported(operation);
        return whole.Fields[TypeLayout.IndexOf(Close(field.Instance!.Type), field.Field)];
    }

    private Value Read(Place place, IOperation at)
    {
        Value? value = null;
        if (place.Root == null) value = _receivers[^1];
        else if (!_scope.Variables.TryGetValue(place.Root, out value))
            throw Diagnostics.ExpressionNotSupported(at);
        foreach (var step in place.Path) value = Element(value, step);
        return value;
    }

    private Value Store(IOperation target, Value value)
    {
        if (target is IDiscardOperation) return value;
        PlainElements(target);
        return Store(target, PlaceOf(target), value);
    }

    private Value Store(IOperation target, Place? place, Value value)
    {
        if (place == null) throw Diagnostics.NotAssignable(target);
        if (value is WindowValue or EditValue or MemoryValue && place.Path.Length > 0)
            throw Diagnostics.NotAssignable(target);
        value = Name(value, target switch
        {
            ILocalReferenceOperation l => l.Local.Name,
            IFieldReferenceOperation f => f.Field.Name,
            IPropertyReferenceOperation p => p.Property.Name,
            _ => null,
        });
        if (place.Root == null) _receivers[^1] = Replace(_receivers[^1], place.Path, value);
        else if (place.Path.Length == 0) _scope.Variables[place.Root] = value;
        else _scope.Variables[place.Root] =
            Replace(_scope.Variables[place.Root], place.Path, value);
        return value;
    }

    /// <summary>The first name that a value gets in the source is its name in Verilog.</summary>
    private static Value Name(Value value, string? name)
    {
        if (name == null || value is WindowValue or EditValue or MemoryValue
            || value is Aggregate a && StateMember.IsState(a.Type)) return value;
        foreach (var (full, scalar) in TypeLayout.Flatten(value, Names.Snake(name)))
        {
            var node = scalar.Node;
            while (node.Op is Op.ZeroExtend or Op.SignExtend) node = node.Args[0];
            if (!node.IsWiring && node.Origin.Name == null)
                node.Origin = node.Origin with { Name = full };
        }
        return value;
    }

    private Value Assign(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true }:
                throw Diagnostics.RefNotSupported(operation);
            case ISimpleAssignmentOperation simple:
                if (simple.Target is IDiscardOperation) return Evaluate(simple.Value);
                var target = PlaceOf(simple.Target);
                return Store(simple.Target, target, Evaluate(simple.Value));
            case IDeconstructionAssignmentOperation parts:
                var places = new Queue<Place?>();
                Places(parts.Target, places);
                var value = Evaluate(parts.Value);
                PlainDeconstruction(parts);
                Deconstruct(parts.Target, places, value, parts);
                return value;
            case IIncrementOrDecrementOperation step:
                if (step.IsChecked) throw Diagnostics.CheckedArithmetic(step);
                if (step.IsLifted || !TypeLayout.IsBuiltIn(Meant(step)))
                    throw Diagnostics.Hidden("this calls an operator of the type",
                        "call a method that does it", step);
                var place = PlaceOf(step.Target) ?? throw Diagnostics.NotAssignable(step.Target);
                var old = (Scalar)Read(place, step.Target);
                var op = step.Kind == OperationKind.Increment ? Op.Add : Op.Subtract;
                int width = old.Node.Width;
                var next = new Scalar(
                    graph.Make(op, width, old.Node, graph.Constant(1, width)), old.Type);
                Store(step.Target, place, next);
                return step.IsPostfix ? old : next;
            default:
                return Compound((ICompoundAssignmentOperation)operation);
        }
    }

    /// <summary>A Deconstruct method, or a user's conversion, is called behind the
    /// scenes.</summary>
    private static void PlainDeconstruction(IDeconstructionAssignmentOperation parts)
    {
        if (parts.Value.Type is { IsTupleType: true }) return;
        throw Diagnostics.Hidden("this calls Deconstruct", "assign field by field", parts);
    }

    /// <summary>Where the parts go, which is decided before they are evaluated.</summary>
    private void Places(IOperation target, Queue<Place?> places)
    {
        if (target is IDeclarationExpressionOperation d) target = d.Expression;
        if (target is ITupleOperation tuple)
            foreach (var element in tuple.Elements) Places(element, places);
        else places.Enqueue(target is IDiscardOperation ? null : PlaceOf(target));
    }

    private void Deconstruct(IOperation target, Queue<Place?> places, Value value, IOperation at)
    {
        if (target is IDeclarationExpressionOperation d) target = d.Expression;
        if (target is not ITupleOperation tuple)
        {
            var place = places.Dequeue();
            if (target is IDiscardOperation) return;
            Store(target, place, target.Type == null ? value
                : Coerce(value, Close(target.Type), at));
            return;
        }
        if (value is not Aggregate a || a.Fields.Length != tuple.Elements.Length)
            throw Diagnostics.NotAssignable(target);
        foreach (var (element, field) in tuple.Elements.Zip(a.Fields))
            Deconstruct(element, places, field, at);
    }

    /// <summary>The promotions of x += y hang off the operation; they are not in the
    /// tree.</summary>
    private Value Compound(ICompoundAssignmentOperation c)
    {
        if (c.IsChecked) throw Diagnostics.CheckedArithmetic(c);
        var own = c.OperatorMethod is { IsStatic: true } ? Meant(c) : c.OperatorMethod;
        if (c.IsLifted || own is { IsStatic: false } || !TypeLayout.IsBuiltIn(own)
                && !(c.InConversion.IsIdentity && c.OutConversion.IsIdentity))
            throw Diagnostics.Hidden("this calls an operator or a conversion of the type",
                "write x = x + y", c);
        var place = PlaceOf(c.Target) ?? throw Diagnostics.NotAssignable(c.Target);
        var target = Read(place, c.Target);
        var right = Evaluate(c.Value);
        if (own != null && !TypeLayout.IsBuiltIn(own))
            return Store(c.Target, place, Operator(own, c, target, right));
        if (target is not Scalar l || right is not Scalar r)
            throw Diagnostics.ExpressionNotSupported(c);
        bool shift = c.OperatorKind is BinaryOperatorKind.LeftShift
            or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        var type = own != null ? own.Parameters[0].Type
            : !c.InConversion.Exists || c.InConversion.IsIdentity ? l.Type
            : shift ? compilation.GetSpecialType(SpecialType.System_Int32) : r.Type;
        var result = Binary(c.OperatorKind, Convert(l, type, c), r, type, c);
        return Store(c.Target, place, Convert(result, Close(c.Target.Type), c));
    }
}
