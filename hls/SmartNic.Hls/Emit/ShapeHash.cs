using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Emit;

/// <summary>
/// A number for a value that depends on what it is made of, three operations deep, and on nothing
/// else: the same in every compilation, and after an edit somewhere else.
/// </summary>
internal sealed class ShapeHash
{
    private const int Depth = 3;
    private readonly Dictionary<(Node, int), uint> _known = [];

    /// <summary>Three hexadecimal digits.</summary>
    public string Of(Node node)
    {
        uint hash = Hash(node, Depth);
        return ((hash ^ (hash >> 12) ^ (hash >> 24)) & 0xfff).ToString("x3");
    }

    // FNV-1a, 32 bits.
    private uint Hash(Node node, int depth)
    {
        if (_known.TryGetValue((node, depth), out uint hash)) return hash;
        hash = 2166136261;
        void Add(uint x)
        {
            for (int i = 0; i < 32; i += 8) hash = (hash ^ (x >> i & 0xff)) * 16777619;
        }
        Add((uint)node.Op);
        Add((uint)node.Width);
        Add((uint)node.Low);
        // The key of a product is its place in the file; its name is not.
        string? name = node.Site is { Kind: not CallKind.Product } site
            ? site.Key
            : node.Origin.Name;
        foreach (char c in name ?? "") Add(c);
        // Another constant renames its own operation, not those behind it.
        if (depth >= Depth - 1 && node.IsConstant)
            foreach (byte b in node.Value.ToByteArray()) Add(b);
        // Wiring is free: it does not use up depth.
        int left = node.IsWiring && depth < Depth ? depth : depth - 1;
        if (depth > 0)
            foreach (var arg in node.Args) Add(Hash(arg, left));
        return _known[(node, depth)] = hash;
    }
}
