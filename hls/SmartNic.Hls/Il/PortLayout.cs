using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

/// <summary>A scalar of a type, as a port carries it.</summary>
/// <param name="Name">Path of its fields; empty parts where the metadata have no name.</param>
/// <param name="Width">Bits of the port.</param>
/// <param name="Bits">Its value.</param>
/// <param name="Fits">One where no bit is lost: a bool is 0 or 1, a U12 below 4096.</param>
internal sealed record Leaf(string Name, int Width, Node Bits, Node Fits);

/// <summary>Ports of a type: its scalars, in the order of the fields.</summary>
internal static class PortLayout
{
    /// <summary>Width of a type on ports, null when it has scalars of its own.</summary>
    public static int? Scalar(Type type) => type == typeof(bool) ? 1
        : IlTypes.Width(type) ?? (type == typeof(UInt128) ? 128 : IlTypes.NarrowWidth(type));

    public static int Width(Type type) => Scalar(type)
        ?? IlTypes.FieldsOf(type).Sum(f => Width(f.FieldType));

    /// <summary>Makes a value; <paramref name="port"/> gives the bits of each scalar.</summary>
    public static IlValue Make(
        Graph graph, Type type, string name, Func<string, int, Node> port)
    {
        if (Scalar(type) is not { } width)
            return new Fields(type, [.. IlTypes.FieldsOf(type).Select(f =>
                Make(graph, f.FieldType, Inside(name, type, f.Name), port))]);
        var bits = port(name, width);
        if (type == typeof(UInt128))
            return new Fields(type, [.. IlTypes.FieldsOf(type).Select(f =>
                new Word(graph.Slice(bits, f.Name == "_lower" ? 0 : 64, 64)))]);
        if (IlTypes.Width(type) is { } place) return new Word(graph.ZeroExtend(bits, place));
        var raw = IlTypes.FieldsOf(type)[0].FieldType;
        return new Fields(type, [new Word(graph.ZeroExtend(bits, IlTypes.Width(raw)!.Value))]);
    }

    /// <summary>The inverse of packing: the first field in the lowest bits.</summary>
    public static IlValue Unpack(Graph graph, Type type, Node vector)
    {
        int at = 0;
        return Make(graph, type, "", (_, width) =>
        {
            var part = graph.Slice(vector, at, width);
            at += width;
            return part;
        });
    }

    /// <summary>The scalars of a value.</summary>
    public static IEnumerable<Leaf> Leaves(
        Graph graph, IlValue value, Type type, string name = "")
    {
        if (Scalar(type) is not { } width)
            return IlTypes.FieldsOf(type).Zip(((Fields)value).Values).SelectMany(f => Leaves(
                graph, f.Second, f.First.FieldType, Inside(name, type, f.First.Name)));
        if (type == typeof(UInt128))
            return [new(name, width, Joined(graph, (Fields)value), graph.Bit(true))];
        var place = value is Fields narrow ? ((Word)narrow.Values[0]).Node : ((Word)value).Node;
        var above = place.Width == width || place.Unsigned.Max <= Bits.Mask(width)
            ? graph.Bit(true) : graph.Make(Op.Equal, 1, graph.Slice(place, width,
                place.Width - width), graph.Constant(0, place.Width - width));
        return [new(name, width, graph.Slice(place, 0, width), above)];
    }

    /// <summary>The bits of a UInt128.</summary>
    public static Node Joined(Graph graph, Fields value)
    {
        var fields = IlTypes.FieldsOf(value.Type);
        Node Part(string name) => ((Word)value.Values[Array.FindIndex(
            fields, f => f.Name == name)]).Node;
        return graph.Concat(Part("_upper"), Part("_lower"));
    }

    /// <summary>Names of elements of tuples and arrays are not in the metadata of the
    /// type.</summary>
    private static string Inside(string name, Type type, string field)
    {
        bool unnamed = IlTypes.InlineLength(type) != null || (type.FullName?.StartsWith(
            "System.ValueTuple`", StringComparison.Ordinal) ?? false);
        string own = unnamed ? ""
            : Names.Snake(field is ['<', .. var inner] ? inner.Split('>')[0] : field);
        return name == "" ? own : $"{name}_{own}";
    }
}
