using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>
/// Which module of a scheduled kernel computes each value: that of a stage, or the kernel's own.
/// No value is in two, for what a stage is given and what it hands on are values of their own.
/// </summary>
internal sealed class Partition
{
    /// <summary>The kernel's own module.</summary>
    public const int Kernel = -1;

    private readonly Dictionary<Node, int> _of = [];

    /// <exception cref="InvalidOperationException">A value is made of those of two
    /// modules.</exception>
    public Partition(Pipeline pipeline)
    {
        foreach (var node in pipeline.Nodes) _of[node] = Find(node);
    }

    /// <summary>The number of the stage that computes a value, or Kernel.</summary>
    public int this[Node node] => _of[node];

    private int Find(Node node)
    {
        if (node.Op == Op.Input) return Kernel;
        int? found = node.Site is { Stage: >= 0 and int stage } ? stage : null;
        foreach (var (source, _, _, _) in node.Args.SelectMany(a => Wiring.Pieces(a, true)))
        {
            if (source.IsConstant) continue;
            int seen = source.Op switch
            {
                Op.Enter => source.Site!.Stage,
                Op.Leave => Kernel,
                _ => _of[source],
            };
            if ((found ??= seen) != seen) throw new InvalidOperationException(
                $"{node} is in the stages {found} and {seen}");
        }
        return found ?? Kernel;
    }
}
