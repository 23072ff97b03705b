using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Passes;

/// <summary>Helpers of passes that copy a graph through its own builder.</summary>
internal static class Rebuild
{
    /// <summary>The same operation on new arguments, with the origin kept.</summary>
    public static Node Copy(Graph graph, Node node, Node[] args)
    {
        if (node.Op is Op.Input or Op.Constant) return node;
        graph.Here = node.Origin;
        var copy = node.Op == Op.Call ? graph.Call(node.Site!, node.Width, args)
            : node.Op is Op.Enter or Op.Leave ? graph.Cross(node, args[0])
            : graph.Make(node.Op, node.Width, node.Low, args);
        return KeepName(node, copy);
    }

    public static Node KeepName(Node from, Node to)
    {
        var target = to;
        while (target.Op is Op.ZeroExtend or Op.SignExtend) target = target.Args[0];
        if (from.Origin.Name != null && target.Origin.Name == null && !target.IsWiring)
            target.Origin = from.Origin;
        return to;
    }
}
