using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>A Table or Rmw parameter of a kernel and its one access.</summary>
internal sealed class Memory(string name, CallKind kind, int depth, int latency)
{
    /// <summary>Prefix of its ports.</summary>
    public string Name { get; } = name;

    public CallKind Kind { get; } = kind;

    /// <summary>Entries.</summary>
    public int Depth { get; } = depth;

    /// <summary>Clocks from the presented address to the data.</summary>
    public int Latency { get; } = latency;

    public int AddressWidth => System.Numerics.BitOperations.Log2((uint)Depth);

    /// <summary>Entry of a table, result of an update.</summary>
    public required ITypeSymbol Data { get; init; }

    public ITypeSymbol? Argument { get; init; }

    public ITypeSymbol? State { get; init; }

    public IMethodSymbol? Step { get; init; }

    /// <summary>The access, once it is met.</summary>
    public Node? Access { get; set; }
}
