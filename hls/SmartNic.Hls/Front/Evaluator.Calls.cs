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
        method = Implementation(method,
            method.IsStatic ? call.ConstrainedToType : call.Instance?.Type, call);
        if (method.ReducedFrom != null || method.MethodKind is MethodKind.LocalFunction
            or MethodKind.DelegateInvoke)
            throw Diagnostics.NoSource(method, call);
        return InvokeAndStore(call, method, call.Instance, call.Arguments);
    }

    /// <summary>The method of the type itself where an interface's is called.</summary>
    private IMethodSymbol Implementation(IMethodSymbol method, ITypeSymbol? on, IOperation at)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface) return method;
        // The interface may be of the type parameters too: IKey<TKey>.
        var declared = Close(method.ContainingType).GetMembers(method.Name).First(m =>
            SymbolEqualityComparer.Default.Equals(
                m.OriginalDefinition, method.OriginalDefinition));
        if (on != null && Close(on).FindImplementationForInterfaceMember(declared)
            is IMethodSymbol { ContainingType.TypeKind: not TypeKind.Interface } own)
            return method.IsGenericMethod ? own.Construct([.. method.TypeArguments]) : own;
        if (method is { IsStatic: true, IsAbstract: false } && on == null) return method;
        throw Diagnostics.Hidden($"{method.Name} is a method of the interface, called on a copy",
            "implement it in the struct", at);
    }

    /// <summary>
    /// Copies in, runs, copies back: refs never alias, or C# would show it. Values are taken in the
    /// order of the source; what is passed by reference is read after all of them, as the method
    /// would read it. A receiver that may not change is a copy.
    /// </summary>
    private Value? InvokeAndStore(IOperation at, IMethodSymbol method, IOperation? instance,
        IReadOnlyList<IArgumentOperation> arguments)
    {
        if (method.IsStatic) instance = null;
        foreach (var a in arguments.Where(a => a.Parameter!.RefKind != RefKind.None))
            PlainElements(a.Value);
        bool kept = instance != null && Meaning.IsVariable(instance, _scope.Method);
        var home = kept ? PlaceOf(instance!) : null;
        CheckAliases(arguments, home, method);
        var self = instance == null || kept ? null : Evaluate(instance);
        var values = new Value[method.Parameters.Length];
        bool ByPlace(IArgumentOperation a) => a.Parameter!.RefKind != RefKind.None
            && a.Value is not IConversionOperation && PlaceOf(a.Value) != null;
        foreach (var a in arguments)
            if (a.Parameter!.RefKind == RefKind.Out)
                values[a.Parameter.Ordinal] = Default(Close(a.Parameter.Type), a);
            else if (!ByPlace(a))
                values[a.Parameter.Ordinal] = Evaluate(a.Value);
        foreach (var a in arguments.Where(a => a.Parameter!.RefKind != RefKind.Out && ByPlace(a)))
            values[a.Parameter!.Ordinal] = Evaluate(a.Value);
        if (kept) self = home != null ? Read(home, instance!) : Evaluate(instance!);
        var (result, newSelf, newValues) = Invoke(method, self, values, at);
        if (kept && !ReferenceEquals(self, newSelf)) Store(instance!, home, newSelf!);
        foreach (var a in arguments)
            if (a.Parameter!.RefKind is RefKind.Ref or RefKind.Out)
                Store(a.Value, newValues[a.Parameter.Ordinal]);
        return result;
    }

    /// <summary>Two references to one variable, of which one is written through: the method would
    /// see what it writes.</summary>
    private void CheckAliases(IReadOnlyList<IArgumentOperation> arguments, Place? self,
        IMethodSymbol method)
    {
        var same = SymbolEqualityComparer.Default;
        var written = new HashSet<ISymbol>(same);
        var read = new HashSet<ISymbol>(same);
        if (self?.Root is { } own)
            (method.IsReadOnly || method.ContainingType.IsReadOnly ? read : written).Add(own);
        foreach (var a in arguments)
        {
            if (a.Parameter!.RefKind == RefKind.None || PlaceOf(a.Value)?.Root is not { } root)
                continue;
            bool writes = a.Parameter.RefKind is RefKind.Ref or RefKind.Out;
            if (written.Contains(root) || writes && read.Contains(root))
                throw Diagnostics.RefNotSupported(a);
            (writes ? written : read).Add(root);
        }
    }

    /// <summary>The operator or conversion that is meant: a number's own where an interface's is
    /// applied to a type parameter.</summary>
    private IMethodSymbol? Meant(IOperation at)
    {
        var (method, on) = at switch
        {
            IBinaryOperation b => (b.OperatorMethod, b.ConstrainedToType),
            IUnaryOperation u => (u.OperatorMethod, u.ConstrainedToType),
            ICompoundAssignmentOperation c => (c.OperatorMethod, c.ConstrainedToType),
            IIncrementOrDecrementOperation i => (i.OperatorMethod, i.ConstrainedToType),
            IConversionOperation c => (c.OperatorMethod, c.ConstrainedToType),
            _ => throw new ArgumentException("no operation with an operator", nameof(at)),
        };
        return method == null ? null : Implementation(method, on, at);
    }

    /// <summary>A user's operator or conversion, its operands as it takes them.</summary>
    private Value Operator(IMethodSymbol own, IOperation at, params Value[] operands) =>
        Invoke(own, null, [.. operands.Zip(own.Parameters,
            (v, p) => Coerce(v, Close(p.Type), at))], at).Result!;

    /// <summary>A value as another type holds it, without a user's conversion.</summary>
    private Value Coerce(Value value, ITypeSymbol to, IOperation at)
    {
        if (value is Scalar s)
            return SymbolEqualityComparer.Default.Equals(s.Type, to) ? s
                : Plain(s.Type, to) ? Convert(s, to, at)
                : throw Diagnostics.ConversionNotSupported(at);
        if (value is not Aggregate a || SymbolEqualityComparer.Default.Equals(a.Type, to))
            return value;
        if (to is not INamedTypeSymbol { IsTupleType: true } tuple || !a.Type.IsTupleType
            || tuple.TupleElements.Length != a.Fields.Length)
            throw Diagnostics.ConversionNotSupported(at);
        return new Aggregate(to, [.. a.Fields.Zip(tuple.TupleElements,
            (f, e) => Coerce(f, e.Type, at))]);
    }

    private bool Plain(ITypeSymbol from, ITypeSymbol to)
    {
        if (TypeLayout.ScalarWidth(from) == null || TypeLayout.ScalarWidth(to) == null)
        {
            return false;
        }
        var conversion = compilation.ClassifyCommonConversion(from, to);
        return conversion.Exists && TypeLayout.IsBuiltIn(conversion.MethodSymbol);
    }

    private Value Property(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (TypeLayout.IsEdit(reference.Instance?.Type)) return Evaluate(reference.Instance!);
        if (reference.Instance == null && StaticValue(property) is { } known) return known;
        if (Meaning.IsAuto(property) && BackingField(property) is { } backing
            && reference.Instance != null)
            return PlaceOf(reference) is { } place ? Read(place, reference)
                : ((Aggregate)Evaluate(reference.Instance)).Fields[
                    TypeLayout.IndexOf(Close(reference.Instance.Type), backing)];
        if (property.GetMethod == null || property.Parameters.Length > 0)
            throw Diagnostics.ExpressionNotSupported(reference);
        if (reference is { Instance: null, ConstrainedToType: { } on }
            && StaticValue((IPropertySymbol)Implementation(property.GetMethod, on, reference)
                .AssociatedSymbol!) is { } own)
            return own;
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
            "Bits" => new(graph.Constant(width, 32), property.Type),
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
            var halves = new Node[2];
            foreach (var a in arguments)
                halves[a.Parameter!.Ordinal] = ((Scalar)Evaluate(a.Value)).Node;
            return new Scalar(graph.Concat(halves[0], halves[1]), type);
        }
        Value value = Default(type, creation);
        if (arguments.Length > 0 || !constructor.IsImplicitlyDeclared)
            value = Construct(constructor, value, arguments, creation);
        return Initialise(value, creation.Initializer);
    }

    private Value Construct(IMethodSymbol constructor, Value blank,
        IReadOnlyList<IArgumentOperation> arguments, IOperation at)
    {
        if (Meaning.HasInitialisers(constructor.ContainingType))
            throw Diagnostics.Hidden("this constructor runs initialisers of fields first",
                "assign them in the constructor", at);
        if (constructor.Parameters.Any(p => p.RefKind is RefKind.Ref or RefKind.Out))
            throw Diagnostics.RefNotSupported(at);
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
            var field = property.DeclaringSyntaxReferences[0].GetSyntax() is ParameterSyntax
                ? BackingField(property) : null;
            if (field == null) throw Diagnostics.NoSource(constructor, at);
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

    /// <summary>Arguments by the order of the parameters, evaluated in that of the
    /// source.</summary>
    private Value[] Ordered(IInvocationOperation call)
    {
        var values = new Value[call.TargetMethod.Parameters.Length];
        foreach (var a in call.Arguments) values[a.Parameter!.Ordinal] = Evaluate(a.Value);
        return values;
    }

    /// <summary>Library methods with a hardware form.</summary>
    private Value? Intrinsic(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        string owner = method.ContainingType.DeclaringSyntaxReferences.Length > 0 ? ""
            : method.ContainingType.ToDisplayString();
        bool number = owner is "System.Math" || TypeLayout.ScalarWidth(
            method.ContainingType) != null;
        if (number && method is { IsStatic: true, Name: "Min" or "Max", Parameters.Length: 2 })
        {
            var two = Ordered(call);
            var (x, y) = ((Scalar)two[0], (Scalar)two[1]);
            var less = Compare(BinaryOperatorKind.LessThan, x, y, call);
            return method.Name == "Min" ? Select(less, x, y) : Select(less, y, x);
        }
        if (method.Name == "Equals" && call.Instance != null && call.Arguments.Length == 1
            && method.IsImplicitlyDeclared & Meaning.HasPlainEquality(method.ContainingType)
                | TypeLayout.ScalarWidth(method.ContainingType) != null)
            return new Scalar(Same(Evaluate(call.Instance), Evaluate(call.Arguments[0].Value),
                call),
                call.Type!);
        if (!number && owner != "System.Numerics.BitOperations") return null;
        return method.Name is "RotateLeft" or "RotateRight" ? Rotate(call) : Count(call, number);
    }

    private Scalar Rotate(IInvocationOperation call)
    {
        var given = Ordered(call);
        var (value, count) = ((Scalar)given[0], (Scalar)given[1]);
        return new(BitCounts.Rotate(graph, value.Node, count.Node,
            call.TargetMethod.Name == "RotateLeft"), value.Type);
    }

    private Scalar? Count(IInvocationOperation call, bool ofNumber)
    {
        string name = call.TargetMethod.Name;
        if (!BitCounts.Names.Contains(name) || call.Arguments.Length != 1
            || ofNumber && TypeLayout.IsSigned(call.Type!)) return null;
        var of = (Scalar)Evaluate(call.Arguments[0].Value);
        return new(BitCounts.Of(graph, name, of.Node, Width(call.Type!, call))!, call.Type!);
    }
}
