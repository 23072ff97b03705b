using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>Runs a design on values, with the one evaluator that folds constants.</summary>
internal sealed class Interpreter
{
    private readonly Node[] _nodes;
    private readonly int[][] _args;
    private readonly BigInteger[] _values;
    private readonly int[] _inputs;
    private readonly int[] _outputs;
    private readonly Dictionary<Node, int> _place = [];

    public Interpreter(Design design)
    {
        var inputs = design.Inputs.Select(p => p.Node).ToHashSet();
        _nodes = [.. design.Inputs.Select(p => p.Node),
            .. design.Live().Where(n => !inputs.Contains(n))];
        for (int i = 0; i < _nodes.Length; i++) _place.TryAdd(_nodes[i], i);
        _args = [.. _nodes.Select(n => n.Args.Select(a => _place[a]).ToArray())];
        _inputs = [.. design.Inputs.Select(p => _place[p.Node])];
        _outputs = [.. design.Outputs.Select(o => _place[o.Node])];
        _values = new BigInteger[_nodes.Length];
    }

    /// <summary>Value of a node in the last run.</summary>
    public BigInteger this[Node node] => _values[_place[node]];

    /// <summary>Values of the outputs.</summary>
    /// <param name="inputs">Values of the inputs, in port order.</param>
    /// <param name="access">Answers table reads and updates.</param>
    public BigInteger[] Run(
        IReadOnlyList<BigInteger> inputs, Func<CallSite, BigInteger[], BigInteger>? access = null)
    {
        for (int i = 0; i < _inputs.Length; i++) _values[_inputs[i]] = inputs[i];
        for (int i = _inputs.Length; i < _nodes.Length; i++)
        {
            var node = _nodes[i];
            var from = _args[i];
            var args = new BigInteger[from.Length];
            for (int k = 0; k < from.Length; k++) args[k] = _values[from[k]];
            _values[i] = node.Op switch
            {
                Op.Constant => node.Value,
                Op.Call when node.Site!.Kind == CallKind.Product =>
                    (args[0] * args[1]) & Bits.Mask(node.Width),
                Op.Call => access!(node.Site!, args),
                _ => Evaluator.Evaluate(node.Op, node.Width, node.Low, node.Args, args),
            };
        }
        var outputs = new BigInteger[_outputs.Length];
        for (int i = 0; i < outputs.Length; i++) outputs[i] = _values[_outputs[i]];
        return outputs;
    }
}
