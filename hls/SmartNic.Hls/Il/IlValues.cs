using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

/// <summary>What a stack slot, local or field holds during symbolic execution; never
/// changed.</summary>
internal abstract record IlValue;

/// <summary>Bits: 32 or 64 on the stack, as wide as the type in a place.</summary>
internal sealed record Word(Node Node) : IlValue;

/// <summary>A struct, its fields in the order of the metadata.</summary>
internal sealed record Fields(Type Type, IlValue[] Values) : IlValue
{
    public Fields With(int index, IlValue value)
    {
        var copy = (IlValue[])Values.Clone();
        copy[index] = value;
        return this with { Values = copy };
    }
}

/// <summary>A place of its own: argument, local, temporary, or the bytes of a frame.</summary>
internal sealed class Cell(string name)
{
    public override string ToString() => name;
}

/// <summary>A step from a place into it.</summary>
/// <param name="Index">Number of the field, or of the element.</param>
/// <param name="At">Instead of it: an index of 32 bits that the packet decides.</param>
internal readonly record struct Step(int Index, Node? At = null)
{
    public static implicit operator Step(int index) => new(index);
}

/// <summary>A managed reference: a cell and the way to a field in it.</summary>
internal sealed record Reference(Cell Cell, Step[] Path) : IlValue
{
    public bool Equals(Reference? other) => other != null && Cell == other.Cell
        && Path.AsSpan().SequenceEqual(other.Path);

    public override int GetHashCode() => HashCode.Combine(Cell, Path.Length);
}

/// <summary>A span over all elements of an inline array.</summary>
internal sealed record Elements(Reference Array) : IlValue;

/// <summary>A reference that was one of several: the C# compiler leaves some in locals that it
/// does not use again. It has no specification where it is used.</summary>
internal sealed record Undecided : IlValue;

/// <summary>A window onto the bytes of a frame, which are one vector, the first on
/// top.</summary>
/// <param name="Bytes">Where the bytes are; all windows onto a frame share it.</param>
/// <param name="Offset">Where in them it starts, 32 bits, in bytes.</param>
internal sealed record WindowWord(Cell Bytes, Node Offset) : IlValue;

/// <summary>A parameter that is state.</summary>
internal sealed record StateObject(Memory Memory) : IlValue;

/// <summary>A boxed value, for type tests of generic code.</summary>
internal sealed record Boxed(Type Type, IlValue Value) : IlValue;

/// <summary>EqualityComparer{T}.Default.</summary>
internal sealed record Comparer(Type Of) : IlValue;

/// <summary>An exception, and what else may only be thrown.</summary>
internal sealed record Opaque : IlValue;

/// <summary>The null reference.</summary>
internal sealed record Null : IlValue;

/// <summary>A place before its first assignment, of a type that has no zero.</summary>
internal sealed record Unassigned : IlValue;
