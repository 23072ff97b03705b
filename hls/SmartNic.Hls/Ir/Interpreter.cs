using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>Runs a design on values, with the one evaluator that folds constants.</summary>
internal sealed class Interpreter(Design design)
{
    private readonly List<Node> _nodes = design.Live();

    /// <summary>Values of the outputs.</summary>
    /// <param name="inputs">Values of the inputs, in port order.</param>
    /// <param name="access">Answers table reads and updates.</param>
    public BigInteger[] Run(
        IReadOnlyList<BigInteger> inputs, Func<CallSite, BigInteger[], BigInteger>? access = null)
    {
        var values = new Dictionary<Node, BigInteger>();
        for (int i = 0; i < design.Inputs.Count; i++) values[design.Inputs[i].Node] = inputs[i];
        foreach (var node in _nodes)
        {
            if (node.Op == Op.Input) continue;
            var args = node.Args.Select(a => values[a]).ToArray();
            values[node] = node.Op switch
            {
                Op.Constant => node.Value,
                Op.Call when node.Site!.Kind == CallKind.Product =>
                    (args[0] * args[1]) & Bits.Mask(node.Width),
                Op.Call => access!(node.Site!, args),
                _ => Evaluator.Evaluate(node.Op, node.Width, node.Low, node.Args, args),
            };
        }
        return [.. design.Outputs.Select(o => values[o.Node])];
    }
}
