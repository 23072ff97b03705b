using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private Value? Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (TypeLayout.IsMemory(call.Instance?.Type)) return MemoryCall(call);
        if (TypeLayout.IsWindow(call.Instance?.Type)) return WindowCall(call);
        if (Intrinsic(call) is { } known) return known;
        if (call.ConstrainedToType is { } constrained && method.IsStatic)
        {
            var type = Close(constrained);
            method = type.FindImplementationForInterfaceMember(method) as IMethodSymbol ?? method;
        }
        if (method.ReducedFrom != null || method.MethodKind is MethodKind.LocalFunction
            or MethodKind.DelegateInvoke)
            throw Diagnostics.NoSource(method, call);
        return InvokeAndStore(call, method, call.Instance, call.Arguments);
    }

    /// <summary>Copies in, runs, copies back: refs never alias, or C# would show it.</summary>
    private Value? InvokeAndStore(IOperation at, IMethodSymbol method, IOperation? instance,
        IReadOnlyList<IArgumentOperation> arguments)
    {
        var self = instance == null || method.IsStatic ? null : Evaluate(instance);
        var values = new Value[method.Parameters.Length];
        foreach (var a in arguments)
            values[a.Parameter!.Ordinal] = a.Parameter.RefKind == RefKind.Out
                ? Default(Close(a.Parameter.Type), a) : Evaluate(a.Value);
        CheckAliases(arguments);
        var (result, newSelf, newValues) = Invoke(method, self, values, at);
        if (self != null && !ReferenceEquals(self, newSelf)) Store(instance!, newSelf!);
        foreach (var a in arguments)
            if (a.Parameter!.RefKind is RefKind.Ref or RefKind.Out)
                Store(a.Value, newValues[a.Parameter.Ordinal]);
        return result;
    }

    private void CheckAliases(IReadOnlyList<IArgumentOperation> arguments)
    {
        var roots = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var a in arguments.Where(a => a.Parameter!.RefKind is RefKind.Ref or RefKind.Out))
            if (PlaceOf(a.Value)?.Root is { } root && !roots.Add(root))
                throw Diagnostics.RefNotSupported(a);
    }

    private Value Property(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (TypeLayout.IsEdit(reference.Instance?.Type)) return Evaluate(reference.Instance!);
        if (reference.Instance == null && StaticValue(property) is { } known) return known;
        if (BackingField(property) is { } backing && reference.Instance != null)
            return PlaceOf(reference) is { } place ? Read(place, reference)
                : ((Aggregate)Evaluate(reference.Instance)).Fields[
                    TypeLayout.IndexOf(Close(reference.Instance.Type), backing)];
        if (property.GetMethod == null || property.Parameters.Length > 0)
            throw Diagnostics.ExpressionNotSupported(reference);
        return InvokeAndStore(reference, property.GetMethod, reference.Instance, [])!;
    }

    private Scalar? StaticValue(IPropertySymbol property)
    {
        var type = property.ContainingType;
        if (!TypeLayout.IsUInt128(type) && TypeLayout.NarrowWidth(type) == null) return null;
        int width = TypeLayout.ScalarWidth(type)!.Value;
        return property.Name switch
        {
            "Zero" or "MinValue" => new(graph.Constant(0, width), type),
            "One" => new(graph.Constant(1, width), type),
            "MaxValue" => new(graph.Constant(Bits.Mask(width), width), type),
            _ => null,
        };
    }

    private Value Create(IObjectCreationOperation creation)
    {
        var type = Close(creation.Type);
        var constructor = creation.Constructor!;
        var arguments = creation.Arguments;
        if (TypeLayout.IsUInt128(type) && arguments.Length == 2)
        {
            var high = (Scalar)Evaluate(arguments[0].Value);
            var low = (Scalar)Evaluate(arguments[1].Value);
            return new Scalar(graph.Concat(high.Node, low.Node), type);
        }
        Value value = Default(type, creation);
        if (arguments.Length > 0 || !constructor.IsImplicitlyDeclared)
            value = Construct(constructor, value, arguments, creation);
        return Initialise(value, creation.Initializer);
    }

    private Value Construct(IMethodSymbol constructor, Value blank,
        IReadOnlyList<IArgumentOperation> arguments, IOperation at)
    {
        var values = new Value[constructor.Parameters.Length];
        foreach (var a in arguments) values[a.Parameter!.Ordinal] = Evaluate(a.Value);
        var syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (syntax is not TypeDeclarationSyntax)
            return Invoke(constructor, blank, values, at).This!;
        if (syntax is not RecordDeclarationSyntax) throw Diagnostics.NoSource(constructor, at);
        // A positional record struct: one field per parameter.
        var result = (Aggregate)blank;
        foreach (var p in constructor.Parameters)
        {
            var property = constructor.ContainingType.GetMembers(p.Name).OfType<IPropertySymbol>()
                .First();
            var field = BackingField(property) ?? throw Diagnostics.NoSource(constructor, at);
            result = result.With(TypeLayout.IndexOf(result.Type, field), values[p.Ordinal]);
        }
        return result;
    }

    private Value Initialise(Value value, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer == null) return value;
        _receivers.Add(value);
        foreach (var assignment in initializer.Initializers) Evaluate(assignment, discard: true);
        value = _receivers[^1];
        _receivers.RemoveAt(_receivers.Count - 1);
        return value;
    }

    /// <summary>Library methods with a hardware form.</summary>
    private Value? Intrinsic(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        string owner = method.ContainingType.ToDisplayString();
        bool number = owner is "System.Math" || TypeLayout.ScalarWidth(
            method.ContainingType) != null;
        if (number && method is { IsStatic: true, Name: "Min" or "Max", Parameters.Length: 2 })
        {
            var (x, y) = ((Scalar)Evaluate(call.Arguments[0].Value),
                (Scalar)Evaluate(call.Arguments[1].Value));
            var less = Compare(BinaryOperatorKind.LessThan, x, y, call);
            return method.Name == "Min" ? Select(less, x, y) : Select(less, y, x);
        }
        if (method.Name == "Equals" && call.Instance != null && call.Arguments.Length == 1
            && method.IsImplicitlyDeclared | TypeLayout.ScalarWidth(method.ContainingType) != null)
            return new Scalar(Same(Evaluate(call.Instance), Evaluate(call.Arguments[0].Value),
                call),
                call.Type!);
        bool left = method.Name == "RotateLeft";
        if (!left && method.Name != "RotateRight"
            || !number && owner != "System.Numerics.BitOperations") return null;
        var value = (Scalar)Evaluate(call.Arguments[0].Value);
        var count = (Scalar)Evaluate(call.Arguments[1].Value);
        int width = value.Node.Width;
        if (!count.Node.IsConstant) throw Diagnostics.OperatorNotSupported("variable rotate", call);
        int n = (int)(count.Node.Value % width);
        if (!left) n = (width - n) % width;
        return n == 0 ? value : new Scalar(graph.Concat(
            graph.Slice(value.Node, 0, width - n), graph.Slice(value.Node, width - n, n)),
                value.Type);
    }
}
