using Microsoft.CodeAnalysis;

namespace SmartNic.Hls.Front;

/// <summary>A memory of a kernel: a parameter, or a field of one that is a struct of
/// state.</summary>
/// <param name="Name">Prefix of its ports.</param>
/// <param name="Symbol">The parameter or field that it is declared by.</param>
/// <param name="Type">Its type.</param>
/// <param name="Parameter">The parameter that it comes with.</param>
/// <param name="Path">Names of the fields that lead to it from there.</param>
internal sealed record StateMember(
    string Name, ISymbol Symbol, ITypeSymbol Type, IParameterSymbol Parameter,
    IReadOnlyList<string> Path)
{
    /// <summary>What declares the structs that it is in, the innermost first.</summary>
    public IReadOnlyList<ISymbol> Within { get; private init; } = [];

    /// <summary>Its place in the inline array of tables that it is of, if it is of one.</summary>
    public Column? Column { get; private init; }

    /// <summary>An attribute of it, else of the nearest struct that has one: what is written at a
    /// struct of state holds for all in it.</summary>
    public int? Attribute(string name) => Within.Prepend(Symbol).Select(s =>
        Project.Attribute(s, name)?.ConstructorArguments[0].Value as int?)
        .FirstOrDefault(value => value != null);

    /// <summary>All memories that a kernel is given, in order.</summary>
    public static IEnumerable<StateMember> Of(IMethodSymbol kernel) => kernel.Parameters
        .Where(p => IsState(p.Type)).SelectMany(Of);

    /// <summary>The memories of a parameter that is state.</summary>
    public static IEnumerable<StateMember> Of(IParameterSymbol parameter) =>
        Of(new StateMember(TypeLayout.IsTables(parameter.Type) ? "" : Names.Snake(parameter.Name),
            parameter, parameter.Type, parameter, []));

    /// <summary>True for a memory, and for a struct with one in it.</summary>
    public static bool IsState(ITypeSymbol type) => TypeLayout.IsMemory(type)
        || type is INamedTypeSymbol
            { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.Length: > 0 }
            && TypeLayout.ScalarWidth(type) == null
            && type.GetMembers().OfType<IFieldSymbol>().Any(f => !f.IsStatic && IsState(f.Type));

    private static IEnumerable<StateMember> Of(StateMember whole)
    {
        if (TypeLayout.IsMemory(whole.Type)) return [whole];
        if (!IsState(whole.Type))
            throw Diagnostics.KernelSignature($"{whole.Symbol.Name} is no state: a struct of state "
                + "has nothing else", whole.Symbol.Locations[0]);
        int? columns = Meaning.InlineLength(whole.Type);
        if (columns != null && MemoryShape.Of(TypeLayout.Fields(whole.Type)[0].Type)?.Type
            != "Table")
            throw Diagnostics.KernelSignature($"{whole.Symbol.Name} is an inline array of state "
                + "that is no table: give each memory a field of its own",
                whole.Symbol.Locations[0]);
        return TypeLayout.Fields(whole.Type).SelectMany((f, n) => Of(whole with
        {
            Name = TypeLayout.Inside(whole.Name, f.Name),
            Symbol = f.Symbol,
            Type = f.Type,
            Path = [.. whole.Path, columns == null ? f.Symbol.Name : f.Name],
            Within = [whole.Symbol, .. whole.Within],
            Column = columns is { } count ? new(whole.Name, n, count) : null,
        }));
    }
}
