using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>A field of a struct or tuple.</summary>
internal sealed record FieldLayout(string Name, ITypeSymbol Type, IFieldSymbol Symbol);

/// <summary>How C# types become bits.</summary>
internal static class TypeLayout
{
    /// <summary>Width of a scalar type in bits, or null if it is not one.</summary>
    public static int? ScalarWidth(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => 1,
        SpecialType.System_Byte or SpecialType.System_SByte => 8,
        SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char => 16,
        SpecialType.System_Int32 or SpecialType.System_UInt32 => 32,
        SpecialType.System_Int64 or SpecialType.System_UInt64 => 64,
        _ when type is INamedTypeSymbol { EnumUnderlyingType: { } under } => ScalarWidth(under),
        _ when IsUInt128(type) => 128,
        _ => NarrowWidth(type),
    };

    public static bool IsSigned(ITypeSymbol type) =>
        type is INamedTypeSymbol { EnumUnderlyingType: { } under } ? IsSigned(under)
        : type.SpecialType is SpecialType.System_SByte or SpecialType.System_Int16
            or SpecialType.System_Int32 or SpecialType.System_Int64;

    public static bool IsUInt128(ITypeSymbol? type) => type is
        { Name: "UInt128", ContainingNamespace: { Name: "System",
            ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Width of U1..U63, or null.</summary>
    public static int? NarrowWidth(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Struct } && type.Name.StartsWith('U') && InLanguage(type)
        && int.TryParse(type.Name.AsSpan(1), out int width) ? width : null;

    public static bool InLanguage(ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString() == "SmartNic.Hls.Language";

    public static bool IsWindow(ITypeSymbol? type) =>
        type is { Name: "Window" or "EditWindow" } && InLanguage(type);

    /// <summary>A window that may be written.</summary>
    public static bool IsEdit(ITypeSymbol? type) => IsWindow(type) && type!.Name == "EditWindow";

    /// <summary>All tables of a pipeline: fields that have no order.</summary>
    public static bool IsTables(ITypeSymbol type) =>
        Project.Attribute(type, nameof(Language.TablesAttribute)) != null;

    public static bool IsMemory(ITypeSymbol? type) => MemoryShape.Of(type) != null;

    /// <summary>Arithmetic that is built in, not inlined.</summary>
    public static bool IsBuiltIn(IMethodSymbol? method) => method == null
        || IsUInt128(method.ContainingType) || NarrowWidth(method.ContainingType) != null;

    public static IReadOnlyList<FieldLayout> Fields(ITypeSymbol type, IOperation? at = null)
    {
        if (type is not INamedTypeSymbol { IsValueType: true, IsRefLikeType: false } named
            || type.SpecialType != SpecialType.None
            || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            throw Diagnostics.TypeNotSupported(type, at);
        if (Meaning.HasLayout(type)) throw Diagnostics.TypeNotSupported(type, at);
        if (named.IsTupleType)
            return [.. named.TupleElements.Select(f => new FieldLayout(f.Name, f.Type, f))];
        if (named.DeclaringSyntaxReferences.Length == 0) throw Diagnostics.TypeNotSupported(
            type, at);
        FieldLayout[] fields = [.. named.GetMembers().OfType<IFieldSymbol>()
            .Where(f => !f.IsStatic && !f.IsConst)
            .Select(f => new FieldLayout(f.AssociatedSymbol?.Name ?? f.Name, f.Type, f))];
        if (IsTables(type))
            return [.. fields.OrderBy(f => f.Symbol.Name, StringComparer.Ordinal)];
        if (Meaning.InlineLength(type) is not { } length) return fields;
        if (length > (IsMemory(fields[0].Type) ? MostColumns : MostElements))
            throw Diagnostics.TypeNotSupported(type, at);
        return [.. Enumerable.Range(0, length).Select(i => fields[0] with { Name = $"{i}" })];
    }

    /// <summary>Elements of an inline array at most: every one is wires.</summary>
    private const int MostElements = 64;

    /// <summary>Tables of one at most: an index on the table bus names them.</summary>
    private const int MostColumns = 256;

    /// <summary>Name of a part: a field's, or the number of an element.</summary>
    public static string Inside(string name, string part) => name == "" ? Names.Snake(part)
        : char.IsDigit(part[0]) ? $"{name}_{part}" : $"{name}_{Names.Snake(part)}";

    /// <summary>Position of a field in its struct or tuple.</summary>
    public static int IndexOf(ITypeSymbol type, IFieldSymbol field)
    {
        if (type.IsTupleType)
        {
            string name = (field.CorrespondingTupleField ?? field).Name;
            return int.Parse(name.AsSpan(4)) - 1;
        }
        var fields = Fields(type);
        for (int i = 0; i < fields.Count; i++)
            if (SymbolEqualityComparer.Default.Equals(
                fields[i].Symbol.OriginalDefinition, field.OriginalDefinition))
                return i;
        throw new InvalidOperationException($"{field} is not a field of {type}");
    }

    public static int BitWidth(ITypeSymbol type, IOperation? at = null) =>
        ScalarWidth(type) ?? Fields(type, at).Sum(f => BitWidth(f.Type, at));

    /// <summary>Makes a value of a type; <paramref name="leaf"/> gives the bits of each
    /// scalar.</summary>
    public static Value Build(
        ITypeSymbol type, string name, Func<string, int, Node> leaf, IOperation? at = null)
    {
        if (ScalarWidth(type) is { } width) return new Scalar(leaf(name, width), type);
        return new Aggregate(type, [.. Fields(type, at).Select(f =>
            Build(f.Type, Inside(name, f.Name), leaf, at))]);
    }

    /// <summary>The scalars of a value with their joined names.</summary>
    public static IEnumerable<(string Name, Scalar Value)> Flatten(Value value, string name)
    {
        if (value is Scalar scalar) return [(name, scalar)];
        var aggregate = (Aggregate)value;
        return Fields(aggregate.Type).Zip(aggregate.Fields).SelectMany(f => Flatten(
            f.Second, Inside(name, f.First.Name)));
    }

    /// <summary>A vector with the first field in the least significant bits.</summary>
    public static Node Pack(Graph graph, Value value)
    {
        Node? packed = null;
        foreach (var (_, scalar) in Flatten(value, ""))
            packed = packed == null ? scalar.Node : graph.Concat(scalar.Node, packed);
        return packed!;
    }

    /// <summary>The inverse of <see cref="Pack"/>.</summary>
    public static Value Unpack(Graph graph, Node vector, ITypeSymbol type)
    {
        int offset = 0;
        return Build(type, "", (_, width) =>
        {
            var part = graph.Slice(vector, offset, width);
            offset += width;
            return part;
        });
    }
}
