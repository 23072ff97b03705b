using SmartNic.Hls.Ir;
using SmartNic.Hls.Passes;

namespace SmartNic.Hls.Front;

/// <summary>What a front end finds that a stage means, from what it is given.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Graph">Where the values are.</param>
/// <param name="Inputs">What it is given.</param>
/// <param name="WasOpen">Whether that is open.</param>
/// <param name="After">Scalars of the packet that it hands on.</param>
/// <param name="IsOpen">Whether that is open.</param>
/// <param name="IsOpenAnyway">The same where scalars that mean nothing in a closed packet have any
/// value.</param>
/// <param name="Calls">Accesses of memories, with the condition of their path.</param>
/// <param name="Duties">What has to hold for it to mean this.</param>
internal sealed record StageMeaning(StageCall Stage, Graph Graph, IReadOnlyList<Port> Inputs,
    Node WasOpen, IReadOnlyList<Node> After, Node IsOpen,
    Node IsOpenAnyway, IReadOnlyList<(Node Call, Node Condition)> Calls,
    IReadOnlyList<(string What, Node Reached, Node Holds)> Duties)
{
    /// <summary>
    /// The specification of a stage. Besides what it computes it says what makes it sound that
    /// stages are proved one by one, with what a closed packet does not mean left open: whether the
    /// packet was open, so that a closed one is seen to pass as it is, without effect; and that
    /// what is kept says whether it is open.
    /// </summary>
    public Design Specification(CompiledKernel kernel)
    {
        Node Same(Node x, Node y) => x == y ? Graph.Bit(true) : Graph.Make(Op.Equal, 1, x, y);
        List<(string What, Node Reached, Node Holds)> duties =
        [
            .. Duties, ("what is kept says whether the packet is open", Graph.Bit(true),
                Same(IsOpen, IsOpenAnyway)),
        ];
        duties.RemoveAll(d => d.Holds.IsOne);
        return SumTrees.Run(MergeAccesses.Run(kernel.Pipeline.Design with
        {
            Graph = Graph,
            Inputs = Inputs,
            Outputs = [.. Stage.Handed.Zip(After, (f, x) =>
                    new Port(StageBuilder.Handed(f.Name), x)),
                new(StageBuilder.IsOpen, IsOpen), new(StageBuilder.WasOpen, WasOpen)],
            Calls = Calls,
            Duties = duties,
        }, name => new Il.IlException($"accesses to {name} that need each other")));
    }
}
