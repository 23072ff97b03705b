using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>
/// Symbolic evaluation of Roslyn's operation tree: calls are inlined, loops run while their
/// condition folds, an if forks the scope and merges it with muxes, an early return runs the
/// rest in the forked scope.
/// </summary>
internal sealed partial class Evaluator(Compilation compilation, Graph graph)
{
    private const int MaxDepth = 64;
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Dictionary<SyntaxNode, IOperation?> _bodies = [];
    private readonly List<IMethodSymbol> _stack = [];
    private Scope _scope = null!;
    private IOperation? _visited;

    /// <summary>Call nodes and, in a raw graph, the condition of the path that reaches
    /// them.</summary>
    public List<(Node Call, Node Condition)> Calls { get; } = [];

    /// <summary>True inside a step function, where there is one clock.</summary>
    public bool Combinational { get; init; }

    /// <summary>Runs a method; gives its result and the final values of escaping
    /// variables.</summary>
    public (Value? Result, Value? This, Value[] Arguments) Invoke(
        IMethodSymbol method, Value? self, Value[] arguments, IOperation? at)
    {
        var definition = method.OriginalDefinition;
        if (_stack.Count > MaxDepth || !method.IsGenericMethod
            && _stack.Any(m => SymbolEqualityComparer.Default.Equals(m, definition)))
            throw Diagnostics.Recursion(method, at);
        if (Meaning.IsReplaced(definition))
            throw Diagnostics.NoSource(method, at);
        var within = _stage;
        var given = arguments;
        bool isStage = PipelineRules.IsStage(definition);
        if (isStage)
        {
            _stage = StageOf(definition, at);
            if (Cut != null)
            {
                (var cut, _stage) = (Cut(_stage.Number, [.. given.Select(Words)]), within);
                return (null, null, [cut, .. given[1..]]);
            }
            arguments = Enter(_stage, given, at);
        }
        var body = Body(definition, at);
        var outer = _scope;
        string path = outer == null ? "" : outer.Path + "/" + Position(at);
        _scope = new(graph, definition, outer?.Facts ?? PathFacts.None, path);
        BindTypes(method, outer);
        if (self != null) _scope.Variables[definition] = self;
        if (self != null) _scope.Escaping.Add(definition);
        for (int i = 0; i < arguments.Length; i++)
        {
            var parameter = definition.Parameters[i];
            _scope.Variables[parameter] = arguments[i];
            if (parameter.RefKind is RefKind.Ref or RefKind.Out) _scope.Escaping.Add(parameter);
        }
        EnterBuffer(outer);
        _stack.Add(definition);
        var here = graph.Here;
        Run(body);
        graph.Here = here;
        _stack.RemoveAt(_stack.Count - 1);
        var inner = _scope;
        _scope = outer!;
        LeaveBuffer(inner, outer);
        var final = definition.Parameters.Select(p => inner.Variables[p]).ToArray();
        if (isStage) final[0] = Leave(_stage!, given[0], final[0]);
        _stage = within;
        return (inner.Result, self == null ? null : inner.Variables[definition], final);
    }

    private void BindTypes(IMethodSymbol method, Scope? outer)
    {
        void Bind(IEnumerable<ITypeParameterSymbol> names, IEnumerable<ITypeSymbol> types)
        {
            foreach (var (name, type) in names.Zip(types)) _scope.Types[name] = Close(type, outer);
        }
        Bind(method.OriginalDefinition.TypeParameters, method.TypeArguments);
        for (var t = method.ContainingType; t != null; t = t.ContainingType)
            Bind(t.OriginalDefinition.TypeParameters, t.TypeArguments);
    }

    /// <summary>A type with the type parameters of the scope filled in.</summary>
    private ITypeSymbol Close(ITypeSymbol type, Scope? scope)
    {
        if (scope == null || scope.Types.Count == 0) return type;
        if (scope.Types.TryGetValue(type, out var bound)) return bound;
        if (type is not INamedTypeSymbol { IsGenericType: true } named) return type;
        if (named.IsTupleType)
            return compilation.CreateTupleTypeSymbol(
                [.. named.TupleElements.Select(e => Close(e.Type, scope))],
                [.. named.TupleElements.Select(
                    e => e.IsExplicitlyNamedTupleElement ? e.Name : null)]);
        return named.ConstructedFrom.Construct(
            [.. named.TypeArguments.Select(a => Close(a, scope))]);
    }

    private ITypeSymbol Close(ITypeSymbol? type) => Close(type!, _scope);

    private IOperation Body(IMethodSymbol method, IOperation? at)
    {
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            ?? throw Diagnostics.NoSource(method, at);
        if (!_bodies.TryGetValue(syntax, out var body))
        {
            if (!_models.TryGetValue(syntax.SyntaxTree, out var model))
                _models[syntax.SyntaxTree] = model =
                    compilation.GetSemanticModel(syntax.SyntaxTree);
            _bodies[syntax] = body = model.GetOperation(syntax);
        }
        return body ?? throw Diagnostics.NoSource(method, at);
    }

    /// <summary>Runs both sides in forks and merges them; one side if the path decides.</summary>
    private void Branch(Node condition, Action ifTrue, Action ifFalse)
    {
        if (_scope.Facts.Decide(condition) is { } value)
        {
            (value ? ifTrue : ifFalse)();
            return;
        }
        var outer = _scope;
        var t = outer.Fork(condition, true);
        var f = outer.Fork(condition, false);
        var onTrue = Assume(t);
        ifTrue();
        var onFalse = Assume(f);
        ifFalse();
        Forget(outer, (t, onTrue), (f, onFalse));
        MeetClosed(t, f);
        outer.Merge(condition, t, f, Select);
        _scope = outer;
    }

    private Value Select(Node condition, Value t, Value f)
    {
        if (ReferenceEquals(t, f)) return t;
        switch (t)
        {
            case Scalar s:
                var g = (Scalar)f;
                return s.Node == g.Node ? s : new Scalar(
                    graph.Mux(condition, s.Node, g.Node), s.Type);
            case Aggregate a:
                var b = (Aggregate)f;
                return a with
                {
                    Fields = [.. a.Fields.Zip(b.Fields, (x, y) => Select(condition, x, y))],
                };
            case WindowValue w:
                var v = (WindowValue)f;
                return new WindowValue(Choose(condition, w.Words, v.Words),
                    graph.Mux(condition, w.Offset, v.Offset),
                    Math.Min(w.LengthBytes, v.LengthBytes));
            case EditValue e:
                return new EditValue(graph.Mux(condition, e.Offset, ((EditValue)f).Offset));
            case BufferValue bytes:
                return new BufferValue(Choose(condition, bytes.Bytes, ((BufferValue)f).Bytes));
            case MemoryValue m:
                return m.Memory == ((MemoryValue)f).Memory ? t
                    : throw Diagnostics.MemoryUse(_visited!);
            default:
                return t;
        }
    }

    private Node[] Choose(Node condition, Node[] t, Node[] f) =>
        [.. t.Zip(f, (x, y) => x == y ? x : graph.Mux(condition, x, y))];

    /// <summary>Start and length: a * b begins where a * b * c begins.</summary>
    private static string Position(IOperation? at) => at == null ? "" :
        $"{Path.GetFileName(at.Syntax.SyntaxTree.FilePath)}:{at.Syntax.SpanStart}"
            + $"+{at.Syntax.Span.Length}";

    private void Visit(IOperation operation)
    {
        _visited = operation;
        var tree = operation.Syntax.SyntaxTree;
        int line = tree.GetLineSpan(operation.Syntax.Span).StartLinePosition.Line + 1;
        graph.Here = new(null, Path.GetFileName(tree.FilePath), line,
            _scope == null ? "" : Names.Snake(_scope.Method.Name));
    }
}
