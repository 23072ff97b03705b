using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Front;

/// <summary>
/// The form of pipelines and stages. It is what makes the first fate win: a stage returns at once
/// for a packet that is not open, and between the stages nothing can open it again.
/// </summary>
internal static class PipelineRules
{
    private const string Stage = nameof(StageAttribute);

    public static bool IsStage(IMethodSymbol method) => Project.Attribute(method, Stage) != null;

    public static bool IsPipeline(IMethodSymbol method) =>
        Project.Attribute(method, nameof(PipelineAttribute)) != null;

    /// <exception cref="HlsException">The method or a stage of it has another form.</exception>
    public static void Check(Compilation compilation, IMethodSymbol pipeline)
    {
        var body = Body(compilation, pipeline);
        var stages = body.Operations.Select(StageCall).ToList();
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
            if (IsStage(call.TargetMethod) && !stages.Contains(call))
                throw Diagnostics.PipelineForm(
                    "a stage is called in a statement of its own, under no condition", call);
        int first = stages.FindIndex(c => c != null);
        if (first < 0)
            throw Diagnostics.PipelineForm("a pipeline has stages", pipeline.Locations[0]);
        int last = stages.FindLastIndex(c => c != null);
        var packet = Packet(stages[first]!);
        OnlyForStages(body, first, last);
        foreach (var statement in body.Operations.Skip(last + 1)) AtTheEnd(statement, packet);
        for (int i = first; i <= last; i++)
        {
            if (stages[i] is not { } call)
            {
                Between(body.Operations[i]);
                continue;
            }
            if (!SymbolEqualityComparer.Default.Equals(Packet(call), packet))
                throw Diagnostics.PipelineForm("all stages are given the same packet", call);
            Arguments(call);
            CheckStage(compilation, call.TargetMethod);
        }
    }

    /// <summary>The stages that a pipeline calls, in order; none of a kernel that is
    /// none.</summary>
    public static IEnumerable<IMethodSymbol> StagesOf(
        Compilation compilation, IMethodSymbol pipeline) => IsPipeline(pipeline)
        ? Body(compilation, pipeline).Operations.Select(StageCall).OfType<IInvocationOperation>()
            .Select(c => c.TargetMethod).Where(s => s.ReturnsVoid && !s.IsGenericMethod)
        : [];

    private static void CheckStage(Compilation compilation, IMethodSymbol stage)
    {
        var where = stage.Locations[0];
        if (!stage.IsStatic || stage.IsGenericMethod || !stage.ReturnsVoid
            || stage.Parameters.Length == 0 || stage.Parameters[0].RefKind != RefKind.Ref
            || !stage.Parameters[0].Type.AllInterfaces.Any(i =>
                i.Name == nameof(IPacket) && TypeLayout.InLanguage(i)))
            throw Diagnostics.StageForm($"{stage.Name} is no stage: a stage is a static method "
                + "without result, and its first parameter is ref to a struct that is an IPacket",
                where);
        if (stage.Parameters.Skip(1).Any(p => p.RefKind is RefKind.Ref or RefKind.Out))
            throw Diagnostics.StageForm("what a stage hands on is in its packet: its other "
                + "parameters are passed by value or in", where);
        var start = Body(compilation, stage).Operations.FirstOrDefault();
        if (start is not IConditionalOperation { WhenFalse: null } guard
            || guard.Condition is not IUnaryOperation
                { OperatorKind: UnaryOperatorKind.Not, Operand: IPropertyReferenceOperation open }
            || open.Property.Name != nameof(IPacket.IsOpen) || !IsPure(open.Property)
            || open.Instance is not IParameterReferenceOperation { Parameter.Ordinal: 0 }
            || !IsReturn(guard.WhenTrue))
            throw Diagnostics.StageForm($"{stage.Name} begins with if (!"
                + $"{stage.Parameters[0].Name}.IsOpen) {{ return; }}, where IsOpen is readonly: "
                + "the first fate wins", where);
    }

    private static bool IsReturn(IOperation operation) => operation
        is IReturnOperation { ReturnedValue: null }
        or IBlockOperation { Operations: [IReturnOperation { ReturnedValue: null }] };

    private static IInvocationOperation? StageCall(IOperation statement) => statement
        is IExpressionStatementOperation { Operation: IInvocationOperation call }
        && IsStage(call.TargetMethod) ? call : null;

    private static ILocalSymbol Packet(IInvocationOperation call)
    {
        var first = call.Arguments.FirstOrDefault(a => a.Parameter!.Ordinal == 0)?.Value;
        return first is ILocalReferenceOperation local ? local.Local
            : throw Diagnostics.PipelineForm("a stage is given a local of the pipeline", call);
    }

    /// <summary>What an expression does besides having a value: it writes, or it uses state or
    /// bytes that may be written.</summary>
    private static bool Acts(IOperation o) => o switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation => true,
        IArgumentOperation a => a.Parameter?.RefKind is RefKind.Ref or RefKind.Out
            || IsWritable(a.Value.Type),
        IInvocationOperation { Instance: { } on, TargetMethod: var method } =>
            IsWritable(on.Type) || !(method.IsReadOnly || method.ContainingType.IsReadOnly),
        IPropertyReferenceOperation { Instance: { } on, Property: var property } =>
            TypeLayout.IsEdit(on.Type) ? property.Name != nameof(EditWindow.View)
                : IsWritable(on.Type) || !IsPure(property),
        IBinaryOperation b => IsWritable(b.LeftOperand.Type) || IsWritable(b.RightOperand.Type),
        IUnaryOperation u => IsWritable(u.Operand.Type),
        IConversionOperation { OperatorMethod: not null } c => IsWritable(c.Operand.Type),
        _ => false,
    };

    private static bool IsWritable(ITypeSymbol? type) =>
        type != null && (StateMember.IsState(type) || TypeLayout.IsEdit(type));

    private static bool IsPure(IPropertySymbol property) => Meaning.IsAuto(property)
        || property.ContainingType.IsReadOnly || property.GetMethod is { IsReadOnly: true };

    /// <summary>What is handed to a stage is computed whatever becomes of the packet.</summary>
    private static void Arguments(IInvocationOperation call)
    {
        if (call.Arguments.Where(a => a.Parameter!.Ordinal > 0)
            .SelectMany(a => a.Value.DescendantsAndSelf()).FirstOrDefault(Acts) is { } act)
            throw Diagnostics.PipelineForm("what a stage is given writes nothing and uses no "
                + "state", act);
    }

    /// <summary>What is named between the stages is theirs: of a closed packet it means
    /// nothing.</summary>
    private static void OnlyForStages(IBlockOperation body, int first, int last)
    {
        var named = body.Operations.Skip(first).Take(last - first)
            .SelectMany(o => o.DescendantsAndSelf()).OfType<IVariableDeclaratorOperation>()
            .Select(d => d.Symbol).ToHashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var o in body.Operations.Skip(last + 1).SelectMany(o => o.DescendantsAndSelf()))
            if (o is ILocalReferenceOperation { Local: var local } && named.Contains(local))
                throw Diagnostics.PipelineForm($"{local.Name} is declared for the stages; what a "
                    + "pipeline returns is in the packet", o);
    }

    /// <summary>The getter of <see cref="IPacket.IsOpen"/> of a packet.</summary>
    public static IMethodSymbol IsOpenOf(ITypeSymbol packet) => packet.GetMembers(
        nameof(IPacket.IsOpen)).OfType<IPropertySymbol>().Single().GetMethod!;

    /// <summary>By field of the packet: the pipeline reads it after the last stage, or it says
    /// whether the packet is open.</summary>
    public static bool[] Kept(
        Compilation compilation, IMethodSymbol pipeline, IMethodSymbol isOpen)
    {
        var body = Body(compilation, pipeline);
        int last = body.Operations.ToList().FindLastIndex(o => StageCall(o) != null);
        var packet = Packet(StageCall(body.Operations[last])!);
        var open = isOpen.DeclaringSyntaxReferences[0].GetSyntax();
        var getter = compilation.GetSemanticModel(open.SyntaxTree).GetOperation(open);
        var uses = body.Operations.Skip(last + 1).SelectMany(o => o.DescendantsAndSelf())
            .Where(o => o is ILocalReferenceOperation l
                && SymbolEqualityComparer.Default.Equals(l.Local, packet))
            .Concat(getter?.DescendantsAndSelf().OfType<IInstanceReferenceOperation>() ?? [])
            .Select(o => (o.Parent as IFieldReferenceOperation)?.Field).ToList();
        return [.. TypeLayout.Fields(packet.Type).Select(f => getter == null
            || uses.Any(u => u == null || SymbolEqualityComparer.Default.Equals(
                u.OriginalDefinition, f.Symbol.OriginalDefinition)))];
    }

    private static void Between(IOperation statement)
    {
        if (statement is not IVariableDeclarationGroupOperation)
            throw Diagnostics.PipelineForm("between stages a pipeline only declares what it hands "
                + "to them", statement);
        if (statement.Descendants().FirstOrDefault(Acts) is { } act)
            throw Diagnostics.PipelineForm("between stages a pipeline writes nothing and uses no "
                + "state: of a closed packet there is nothing to write", act);
    }

    /// <summary>From the first stage on, nothing but a stage writes the packet.</summary>
    private static void AtTheEnd(IOperation statement, ISymbol packet)
    {
        foreach (var o in statement.DescendantsAndSelf())
        {
            var written = o switch
            {
                IAssignmentOperation a => a.Target,
                IIncrementOrDecrementOperation i => i.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } a => a.Value,
                IInvocationOperation { Instance: { } on, TargetMethod.IsReadOnly: false } => on,
                _ => null,
            };
            if (written != null && written.DescendantsAndSelf().Any(w =>
                w is ILocalReferenceOperation l
                && SymbolEqualityComparer.Default.Equals(l.Local, packet)))
                throw Diagnostics.PipelineForm("only stages write the packet", o);
        }
    }

    private static IBlockOperation Body(Compilation compilation, IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        return compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax)
            is IMethodBodyOperation { BlockBody: { } block } ? block
            : throw Diagnostics.PipelineForm("stages and pipelines have a body of statements",
                method.Locations[0]);
    }
}
