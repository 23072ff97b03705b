using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>A parameter of a kernel that is state, and its accesses, of which a packet has
/// one.</summary>
internal sealed class Memory(string name, MemoryShape shape, int depth, int latency)
{
    /// <summary>Prefix of its ports.</summary>
    public string Name { get; } = name;

    public MemoryShape Shape { get; } = shape;

    public CallKind Kind => Shape.Kind;

    /// <summary>Entries.</summary>
    public int Depth { get; } = depth;

    /// <summary>Clocks from the presented address to the data.</summary>
    public int Latency { get; } = latency;

    /// <summary>Bits of the address, or of the key.</summary>
    public int AddressWidth => KeyBits ?? System.Numerics.BitOperations.Log2((uint)Depth);

    /// <summary>Width of a key that is not an index.</summary>
    public int? KeyBits { get; init; }

    /// <summary>Its place in an inline array of tables, if it is of one.</summary>
    public Column? Column { get; init; }

    /// <summary>Entry of a table, result of an update.</summary>
    public required ITypeSymbol Data { get; init; }

    public ITypeSymbol? Argument { get; init; }

    public ITypeSymbol? State { get; init; }

    public IMethodSymbol? Step { get; init; }

    /// <summary>The one that stands for all tables of its array; true where it is of none.
    /// </summary>
    public bool IsFirst => Column?.IsFirst ?? true;

    /// <summary>Its name on the table bus: that of its array, if it is of one.</summary>
    public string BusName => Column?.Array ?? Name;

    /// <summary>Entries on the table bus; a row of an array takes a power of two.</summary>
    public int BusDepth => Column == null ? Depth
        : Depth * (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Column.Count);

    /// <summary>Accesses that were met, each with the condition of its path and its
    /// place.</summary>
    public List<(Node Condition, IOperation At)> Accesses { get; } = [];
}
