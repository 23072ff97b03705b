using System.Diagnostics;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Il;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Prove;

/// <summary>Outcome of one proof.</summary>
/// <param name="What">What was compared.</param>
/// <param name="Proved">True when it holds for every input.</param>
/// <param name="Detail">What differs, is undecided or misaligned; when proved, which method
/// decided which signals.</param>
/// <param name="Ms">Time in ms.</param>
public sealed record ProofResult(string What, bool Proved, string Detail, long Ms)
{
    /// <summary>It was proved by an earlier run, from the same texts.</summary>
    public bool Kept { get; init; }
}

/// <summary>
/// Proves the emitted text: registers made transparent it equals what the IL says that the JIT runs
/// (Yosys and ABC), and every path from input to output crosses the same number of registers.
/// Where the IL has no specification the plain lowering of the C# takes its place, and the report
/// says so and why.
/// </summary>
public sealed class Prover(Compiler compiler)
{
    /// <summary>Time for one call of the solver; undecided is not proved.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What earlier runs have proved; null: everything is proved anew.</summary>
    public ProofCache? Cache { get; init; }

    /// <summary>
    /// True: the plain lowering of the C# is the specification, not the IL: quicker, and it
    /// trusts the front end. The report says so.
    /// </summary>
    public bool FromTree { get; init; }

    /// <summary>All proofs of one kernel.</summary>
    /// <exception cref="InvalidOperationException">Yosys or ABC is missing or fails.</exception>
    public IReadOnlyList<ProofResult> Prove(CompiledKernel kernel)
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-prove-").FullName;
        try
        {
            _lowered.Clear();
            var results = new List<ProofResult>();
            foreach (var module in ProvedModule.Of(kernel))
                results.Add(Module(kernel, module, folder));
            foreach (var memory in kernel.Pipeline.Design.Memories.Where(
                m => m.Kind == CallKind.Update))
                results.Add(Step(kernel, memory, folder));
            foreach (var product in ProductLemma.Of(_lowered)) results.Add(product.Prove());
            if (DelayLemma.Prove(kernel, folder, Cache) is { } lines) results.Add(lines);
            results.Add(AlignmentCheck.Run(kernel, folder));
            return results;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private readonly List<Design> _lowered = [];

    private ProofResult Module(CompiledKernel kernel, ProvedModule module, string folder)
    {
        string kind = module.Stage != null ? "stage"
            : kernel.Pipeline.Design.Stages.Count > 0 ? "wiring of stages" : "pipeline";
        try
        {
            return Equal(kernel, module, kind, folder);
        }
        catch (IlMismatchException e)
        {
            // The front end has misread the types: that is a difference, not a missing tool.
            return new($"{module.Name}: {kind} = IL of {compiler.Project.Image.Hash}", false,
                e.Message, 0);
        }
    }

    private ProofResult Equal(
        CompiledKernel kernel, ProvedModule module, string kind, string folder)
    {
        var stages = kernel.Pipeline.Design.Stages;
        var (raw, words) = module.Stage is { Stage: var stage }
            ? Specification(() => new IlSpecification(compiler.Project).BuildStage(kernel, stage),
                () => StageBuilder.Build(compiler.Project, kernel, stage))
            : Specification(
                () => new IlSpecification(compiler.Project).Build(kernel, stages.Count > 0),
                () => KernelBuilder.Build(compiler.Project, kernel.Method, new Graph(),
                    compiler.Options, stages.Count == 0 ? null : stages));
        _lowered.Add(raw);
        string what = $"{module.Name}: {kind} = {words}";
        if (module.Stage == null && StageCut.Meaningless(raw, stages) is { } meaningless)
            return new(what, false, meaningless, 0);
        if (Missing(module, raw) is { } missing) return new(what, false, missing, 0);
        File.WriteAllText(Path.Combine(folder, "raw.v"), RawEmitter.Emit(raw, ProofBench.Raw));
        File.WriteAllText(Path.Combine(folder, "kernel.v"), module.Text ?? "");
        var usage = new Usage(kernel.Pipeline);
        ProofBench bench = module.Stage != null
            ? new StageBench(module.Text == null ? null : module.Name, module.Products,
                module.Stage, usage)
            : new KernelBench(module.Name, module.Products, module.Stages);
        bench.Against(raw, new(kernel.Pipeline, module.Stage?.Stage));
        File.WriteAllText(Path.Combine(folder, "bench.v"), bench.Text);
        return Equivalent(what, folder, bench.Compared, bench.Cuts, bench.Inputs);
    }

    /// <summary>What the IL says, or why it says nothing and the tree has to do.</summary>
    private (Design Design, string Words) Specification(Func<Design> il, Func<Design> tree)
    {
        if (FromTree) return (tree(), "plain lowering (specification: tree, because asked for)");
        try
        {
            return (il(), $"IL of {compiler.Project.Image.Hash}");
        }
        catch (IlException e)
        {
            // Nothing is hidden: the words stand in the report.
            return (tree(), $"plain lowering (specification: tree, because {e.Message})");
        }
    }

    /// <summary>State that one side uses and the other does not.</summary>
    private static string? Missing(ProvedModule module, Design raw)
    {
        var own = module.Calls.Select(c => c.Site!).Where(s => s.Kind != CallKind.Product)
            .Select(s => s.Name).ToHashSet();
        var spec = raw.Calls.Select(c => c.Call.Site!)
            .Where(s => s.Kind != CallKind.Product).Select(s => s.Name).ToHashSet();
        return spec.Except(own).FirstOrDefault() is { } lost ? $"{lost} is used in C# only"
            : own.Except(spec).FirstOrDefault() is { } more ? $"{more} is used in Verilog only"
            : null;
    }

    private ProofResult Step(CompiledKernel kernel, Memory memory, string folder)
    {
        var compiled = kernel.Steps.Single(s => s.Design.Name
            == $"{kernel.Name}_{memory.Name}_step").Design;
        var (raw, words) = Specification(
            () => new IlSpecification(compiler.Project).BuildStep(kernel, memory, compiled),
            () => KernelBuilder.BuildStep(compiler.Project, kernel.Pipeline.Design, memory,
                new Graph()));
        _lowered.Add(raw);
        File.WriteAllText(Path.Combine(folder, "raw.v"), RawEmitter.Emit(raw, "raw"));
        File.WriteAllText(Path.Combine(folder, "kernel.v"), kernel.Files[raw.Name + ".v"]);
        int state = raw.Inputs[0].Node.Width, arg = raw.Inputs[1].Node.Width;
        int result = raw.Outputs[1].Node.Width;
        int duties = raw.Duties.Count;
        string Bench(string top, string module, string pins, string last) => $"""
            module {top} (input wire [{state + arg - 1}:0] i,
                output wire [{duties + state + result - 1}:0] o);
              {module} m (.state(i[{state - 1}:0]), .arg(i[{state + arg - 1}:{state}]),
                .state_next(o[{state - 1}:0]), .result(o[{state + result - 1}:{state}]){pins});
            {last}endmodule

            """;
        int above = state + result;
        string text = Bench("spec", "raw", string.Concat(Enumerable.Range(0, duties).Select(
            i => $", .duty{i}(o[{above + i}])")), "")
            + Bench("impl", raw.Name, "", string.Concat(Enumerable.Range(0, duties).Select(
                i => $"  assign o[{above + i}] = 1'b1;\n")));
        File.WriteAllText(Path.Combine(folder, "bench.v"), text);
        return Equivalent($"{raw.Name}: step = {words}", folder,
            [.. raw.Duties.Reverse().Select(d => new Comparison(d.What, 1, Comparison.Duty)),
                new("result", result, -1), new("state_next", state, -1)], 0, state + arg);
    }

    private ProofResult Equivalent(string what, string folder,
        IReadOnlyList<Comparison> compared, int cuts, int inputs)
    {
        var watch = Stopwatch.StartNew();
        string? key = Cache?.Key([.. _sources.Select(
            f => File.ReadAllText(Path.Combine(folder, f))), string.Join('\n', compared)]);
        if (key != null && Cache!.Find(key) is { } before)
            return new(what, true, before, watch.ElapsedMilliseconds) { Kept = true };
        WriteNetworks(folder);
        var split = new CaseSplit(folder, compared, cuts, Limit);
        string open = split.Run(inputs);
        string detail = open == "" ? Summary(split) : open;
        if (key != null && open == "") Cache!.Add(key, detail);
        return new(what, open == "", detail, watch.ElapsedMilliseconds);
    }

    /// <summary>Which method decided which signals, the cheapest first.</summary>
    private static string Summary(CaseSplit split) => string.Join("; ",
        from m in split.Methods
        group m.Key by m.Value into same
        orderby same.Key
        select $"{Words(same.Key)}: {string.Join(" ", same.Order(StringComparer.Ordinal))}");

    private static string Words(Method method) => method switch
    {
        Method.Structure => "same gates",
        Method.Gf2 => "normal form over GF(2)",
        Method.Sweep => "SAT sweeping",
        _ => "ABC",
    };

    private static readonly string[] _sources = ["raw.v", "kernel.v", "bench.v"];

    /// <summary>Both sides as flat word-level netlists.</summary>
    private static void WriteNetworks(string folder)
    {
        string Side(string top) => $"design -load all; hierarchy -top {top}; proc; flatten; "
            + $"opt_clean; write_json {top}.json; ";
        ExternalTool.Run(folder, "yosys", "-q", "-p",
            "read_verilog raw.v kernel.v bench.v; design -save all; "
            + Side("spec") + Side("impl"));
    }

    /// <summary>What ABC says of equal networks, or of one that is never true.</summary>
    internal static bool IsEqual(string log) =>
        log.Contains("Networks are equivalent", StringComparison.OrdinalIgnoreCase)
        && !IsDifferent(log);

    /// <summary>What ABC says when it has found inputs for which networks differ.</summary>
    internal static bool IsDifferent(string log) =>
        log.Contains("NOT EQUIVALENT", StringComparison.OrdinalIgnoreCase);
}
