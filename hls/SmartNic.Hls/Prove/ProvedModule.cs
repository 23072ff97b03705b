using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Prove;

/// <summary>An emitted module as its proof takes it: what it holds of others is cut out, and stands
/// at its ports.</summary>
internal sealed record ProvedModule
{
    /// <summary>The module.</summary>
    public required string Name { get; init; }

    /// <summary>Its text, cut, with delay lines as registers; null for a stage that does nothing,
    /// of which there is none.</summary>
    public required string? Text
    {
        get;
        init => field = value == null ? null : value + DelayLemma.Seen(value);
    }

    /// <summary>The products that were in it.</summary>
    public required IReadOnlyList<ProductInstance> Products { get; init; }

    /// <summary>A stage's contract; null for the kernel's own module.</summary>
    public StagePorts? Stage { get; init; }

    /// <summary>The contracts of the stages that were in it.</summary>
    public IReadOnlyList<StagePorts> Stages { get; init; } = [];

    /// <summary>Clocks of the kernel in which its inputs count.</summary>
    public required IReadOnlyList<(string Port, int Clock)> Given { get; init; }

    /// <summary>Clocks of the kernel in which its outputs count.</summary>
    public required IReadOnlyList<(string Port, int Clock)> Handed { get; init; }

    /// <summary>Its accesses of memories, and products.</summary>
    public required IReadOnlyList<Node> Calls { get; init; }

    /// <summary>The clock in which the arguments of a call are computed.</summary>
    public required Func<Node, int> Issue { get; init; }

    /// <summary>A kernel's own module, then those of its stages.</summary>
    /// <exception cref="InvalidOperationException">A text is not that of its contracts.</exception>
    public static IEnumerable<ProvedModule> Of(CompiledKernel kernel)
    {
        var pipeline = kernel.Pipeline;
        var partition = new Partition(pipeline);
        StagePorts[] stages = [.. pipeline.Design.Stages.Select(
            s => new StagePorts(pipeline, partition, s))];
        yield return Whole(kernel, partition, [.. stages.Where(s => !s.IsEmpty)]);
        foreach (var stage in stages) yield return One(kernel, stage);
    }

    private static ProvedModule Whole(
        CompiledKernel kernel, Partition partition, IReadOnlyList<StagePorts> stages)
    {
        var pipeline = kernel.Pipeline;
        var products = Own(kernel, kernel.Name);
        var memories = KernelEmitter.PortsOf(pipeline.Design).Select(p => p.Name).ToHashSet();
        return new()
        {
            Name = kernel.Name,
            Text = StageCut.Apply(ProductCut.Apply(kernel.Files[kernel.Name + ".v"], products),
                kernel.Name, stages, memories),
            Products = products,
            Stages = stages,
            Given = [("in_valid", 0), .. pipeline.Design.Inputs.Select(i => (i.Name, 0)),
                .. stages.SelectMany(s => s.Outputs.Select(o => (
                    StageCut.Pin(s, StagePorts.Port(o)), pipeline.Clock[o])))],
            Handed = [("out_valid", kernel.Latency),
                .. pipeline.Design.Outputs.Select(o => (o.Name, kernel.Latency)),
                .. stages.SelectMany(s => s.Inputs.Select(i => (
                    StageCut.Pin(s, s.Port(i)), i.Clock))),
                .. stages.SelectMany(s => s.Updates.Select(c => (
                    StageCut.Pin(s, s.Valid(c)), c)))],
            Calls = [.. pipeline.Nodes.Where(
                n => n.Op == Op.Call && partition[n] == Partition.Kernel)],
            Issue = call => pipeline.Issue[call],
        };
    }

    private static ProvedModule One(CompiledKernel kernel, StagePorts stage)
    {
        var pipeline = kernel.Pipeline;
        string name = stage.Module(kernel.Name);
        var products = Own(kernel, name);
        return new()
        {
            Name = name,
            Text = stage.IsEmpty ? null : ProductCut.Apply(kernel.Files[name + ".v"], products),
            Products = products,
            Stage = stage,
            Given = [.. stage.Updates.Select(c => (stage.Valid(c), c)),
                .. stage.Inputs.Select(i => (stage.Port(i), i.Clock))],
            Handed = [.. stage.Outputs.Select(o => (StagePorts.Port(o), pipeline.Clock[o]))],
            Calls = [.. stage.Nodes.Where(n => n.Op == Op.Call)],
            Issue = call => pipeline.Issue[call],
        };
    }

    private static IReadOnlyList<ProductInstance> Own(CompiledKernel kernel, string module) =>
        [.. kernel.Products.Where(p => p.Owner == module)];
}
