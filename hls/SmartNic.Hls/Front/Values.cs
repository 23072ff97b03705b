using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>What a C# expression stands for during symbolic evaluation; never changed.</summary>
internal abstract record Value;

/// <summary>Bits with their C# type.</summary>
internal sealed record Scalar(Node Node, ITypeSymbol Type) : Value;

/// <summary>A struct or tuple; fields in declaration order.</summary>
internal sealed record Aggregate(ITypeSymbol Type, Value[] Fields) : Value
{
    public Aggregate With(int index, Value value)
    {
        var copy = (Value[])Fields.Clone();
        copy[index] = value;
        return this with { Fields = copy };
    }
}

/// <summary>
/// A window at a position. Optimised: words and an offset with finitely many values.
/// Raw: one shifted vector, and the offset is always 0.
/// </summary>
/// <param name="Words">The words, or the vector.</param>
/// <param name="Offset">Bytes from the start of the words.</param>
/// <param name="LengthBytes">Bytes of the words that may be read.</param>
internal sealed record WindowValue(Node[] Words, Node Offset, int LengthBytes) : Value;

/// <summary>A position in the bytes that may be written.</summary>
internal sealed record EditValue(Node Offset) : Value;

/// <summary>The bytes that may be written. Optimised: each; raw: one vector.</summary>
internal sealed record BufferValue(Node[] Bytes) : Value;

/// <summary>A memory parameter.</summary>
internal sealed record MemoryValue(Memory Memory) : Value;
