using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Language;
using SmartNic.Hls.Passes;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Front;

/// <summary>Turns a kernel or step method into a <see cref="Design"/>.</summary>
internal static class KernelBuilder
{
    /// <summary>The graph of a kernel, raw or optimised by the kind of <paramref
    /// name="graph"/>.</summary>
    /// <param name="project">The sources.</param>
    /// <param name="method">The kernel.</param>
    /// <param name="graph">An empty graph.</param>
    /// <param name="options">Options of every kernel.</param>
    /// <param name="stages">Stages of a pipeline that are not looked into: see
    /// <see cref="PipelineCut"/>.</param>
    public static Design Build(Project project, IMethodSymbol method, Graph graph,
        CompilerOptions options, IReadOnlyList<StageCall>? stages = null)
    {
        var attribute = Project.KernelAttribute(method)!;
        var where = method.Locations[0];
        if (!method.IsStatic || method.IsGenericMethod || method.ReturnsVoid || method.ReturnsByRef
            || method.ContainingType.IsGenericType)
            throw Diagnostics.KernelSignature($"{method.Name} is no kernel: "
                + "a kernel is a static, non-generic method that returns a value", where);
        if (method.Parameters.Any(p => TypeLayout.IsEdit(p.Type))
            && method.Parameters.Count(p => TypeLayout.IsWindow(p.Type)) > 1)
            throw Diagnostics.KernelSignature("an EditWindow is its only window", where);
        if (StateMember.IsState(method.ReturnType))
            throw Diagnostics.KernelSignature("a kernel does not return state", where);
        if (PipelineRules.IsPipeline(method)) PipelineRules.Check(project.Compilation, method);
        string module = (string)attribute.ConstructorArguments[0].Value!;
        if (module.Length == 0 || !module.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            || char.IsDigit(module[0]) || Emit.VerilogText.Keywords.Contains(module))
            throw Diagnostics.BadAttribute($"\"{module}\" is no name of a Verilog module; use "
                + "letters, digits and _", where);
        double clock = options.ClockNs ?? Named(attribute, nameof(KernelAttribute.ClockNs), 4.0);
        double margin = options.MarginPercent
            ?? Named(attribute, nameof(KernelAttribute.MarginPercent), 25.0);
        if (clock is < 1 or > 100 || margin is < 0 or > 90)
            throw Diagnostics.BadAttribute("ClockNs must be 1..100, MarginPercent 0..90", where);
        int latency = options.Latency ?? Named(attribute, nameof(KernelAttribute.Latency), 0);
        if (latency is < 0 or > 256 || options.Latency == 0)
            throw Diagnostics.BadAttribute("Latency must be 1..256", where);
        var inputs = new List<Port>();
        var memories = new List<Memory>();
        var cut = new PipelineCut(graph, stages ?? []);
        var evaluator = new Evaluator(project.Compilation, graph)
        {
            Cut = stages == null ? null : cut.Hand,
        };
        Node Leaf(string name, int width)
        {
            name = Names.Port(name);
            var node = graph.Input(name, width);
            inputs.Add(new(name, node));
            return node;
        }
        var arguments = method.Parameters.Select(p =>
            Parameter(project.Compilation, p, evaluator, memories, Leaf))
            .ToArray();
        var (result, _, final) = evaluator.Invoke(method, null, arguments, null);
        if (result == null) throw Diagnostics.KernelSignature("no path returns a value", where);
        Port[] outputs = [.. TypeLayout.Flatten(result, "out")
            .Select(f => new Port(f.Name, f.Value.Node))
            .Concat(method.Parameters.Zip(final).Where(p => p.Second is EditValue).SelectMany(p =>
                evaluator.Leaving((EditValue)p.Second, where).Select((word, i) =>
                    new Port($"{Names.Snake(p.First.Name)}_out_{i}", word))))];
        HashSet<string> taken = ["clk", "rst", "in_valid", "out_valid"];
        foreach (var port in inputs.Concat(outputs))
            if (!taken.Add(port.Name))
                throw Diagnostics.KernelSignature(
                    $"two ports would be called {port.Name}: rename the parameter or field", where);
        foreach (var same in memories.GroupBy(m => m.Name).Where(g => g.Count() > 1))
            throw Diagnostics.KernelSignature(
                $"two memories would be called {same.Key}: rename the parameter or field", where);
        return SumTrees.Run(MergeAccesses.Run(new()
        {
            Name = module,
            Source = $"{Path.GetFileName(where.SourceTree!.FilePath)}: "
                + $"{method.ContainingType.Name}.{method.Name}",
            Graph = graph,
            ClockNs = clock,
            MarginPercent = margin,
            FixedLatency = latency == 0 ? null : latency,
            Delays = DelayModel.For(options.Family),
            Where = where,
            Inputs = [.. inputs, .. cut.Inputs],
            Outputs = [.. outputs, .. cut.Outputs],
            Calls = evaluator.Calls,
            Stages = stages ?? evaluator.Stages,
            Memories = [.. memories.Where(m => m.Accesses.Count > 0)],
        }, name => Diagnostics.SecondAccess(name,
            memories.Single(m => m.Name == name).Accesses[1].At)));
    }

    /// <summary>The combinational graph of a step: (state, arg) to (state_next, result).</summary>
    public static Design BuildStep(Project project, Design kernel, Memory memory, Graph graph)
    {
        var evaluator = new Evaluator(project.Compilation, graph) { Combinational = true };
        var state = graph.Input("state", TypeLayout.BitWidth(memory.State!));
        var arg = graph.Input("arg", TypeLayout.BitWidth(memory.Argument!));
        var (result, _, final) = evaluator.Invoke(memory.Step!, null,
            [TypeLayout.Unpack(graph, state, memory.State!),
             TypeLayout.Unpack(graph, arg, memory.Argument!)], null);
        var where = memory.Step!.Locations[0];
        return SumTrees.Run(new()
        {
            Name = $"{kernel.Name}_{memory.Name}_step",
            Source = $"{Path.GetFileName(where.SourceTree?.FilePath)}: "
                + $"{memory.Step.ContainingType.Name}.{memory.Step.Name}",
            Graph = graph,
            ClockNs = kernel.ClockNs,
            MarginPercent = kernel.MarginPercent,
            OneClock = true,
            Delays = kernel.Delays,
            Where = where,
            Inputs = [new("state", state), new("arg", arg)],
            Outputs = [new("state_next", TypeLayout.Pack(graph, final[0])),
                new("result", TypeLayout.Pack(graph, result!))],
        });
    }

    private static Value Parameter(Compilation compilation, IParameterSymbol parameter,
        Evaluator evaluator, List<Memory> memories, Func<string, int, Node> leaf)
    {
        string name = Names.Snake(parameter.Name);
        var type = parameter.Type;
        bool edit = TypeLayout.IsEdit(type);
        if (edit != (parameter.RefKind == RefKind.Ref) || parameter.RefKind == RefKind.Out)
            throw Diagnostics.KernelSignature("parameters are passed by value or in, and an "
                + "EditWindow by ref", parameter.Locations[0]);
        if (TypeLayout.IsWindow(type))
        {
            Node[] words = [.. Enumerable.Range(0, Window.LengthBytes / 8)
                .Select(i => leaf($"{name}_{i}", 64))];
            if (!edit) return evaluator.MakeWindow(words);
            return evaluator.MakeEdit(type, words);
        }
        if (StateMember.IsState(type))
        {
            var own = new Queue<Memory>(StateMember.Of(parameter)
                .Select(m => MemoryBuilder.Make(compilation, m)));
            memories.AddRange(own);
            return State(type, own);
        }
        if (TypeLayout.ScalarWidth(type) == null && !type.IsValueType)
            throw new HlsException("SNH0001", parameter.Locations[0],
                Diagnostics.TypeNotSupported(type, null).Message.Split(": ", 2)[1]);
        return TypeLayout.Build(type, name, leaf);
    }

    /// <summary>The value of a parameter that is state, from its memories.</summary>
    public static Value State(ITypeSymbol type, Queue<Memory> memories) =>
        TypeLayout.IsMemory(type) ? new MemoryValue(memories.Dequeue())
            : new Aggregate(type, [.. TypeLayout.Fields(type)
                .Select(f => State(f.Type, memories))]);

    private static T Named<T>(AttributeData attribute, string name, T otherwise)
    {
        foreach (var (key, value) in attribute.NamedArguments)
            if (key == name) return (T)value.Value!;
        return otherwise;
    }
}
