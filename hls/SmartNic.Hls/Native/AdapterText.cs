using System.Text;
using Microsoft.CodeAnalysis;
using SmartNic.Hls.Front;
using TypeLayout = SmartNic.Hls.Front.TypeLayout;

namespace SmartNic.Hls.Native;

/// <summary>
/// C# that fills the parameters of a kernel or a stage from words, calls it, and spreads its result
/// over words. It is put into the method's own class, so that nothing has to be public.
/// </summary>
internal sealed class AdapterText(IMethodSymbol kernel, int number)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<ISymbol, string> _accessors = new(SymbolEqualityComparer.Default);
    private readonly StringBuilder _declarations = new();

    /// <summary>Name of one of the generated methods.</summary>
    public static string Name(string method, int number) => $"Snic__{method}{number}";

    /// <summary>Members for the class of the kernel or stage.</summary>
    public string Members()
    {
        _text.Append("\n#pragma warning disable\n#nullable disable\n");
        // A stage works on the memories of its kernel.
        if (!PipelineRules.IsStage(kernel)) Memories([.. StateMember.Of(kernel)]);
        _text.Append($"internal static void {Name("Run", number)}(ulong[] i, ulong[] o, "
            + "object[] m) { unchecked {\n");
        Runner();
        return _text.Append("} }\n").Append(_declarations).ToString();
    }

    private void Memories(IReadOnlyList<StateMember> memories)
    {
        _text.Append($"internal static object[] {Name("Memories", number)}() => [");
        _text.AppendJoin(", ", memories.Select(m => $"new {Full(m.Type)}("
            + $"{m.Attribute("DepthAttribute")})"));
        _text.Append($"];\ninternal static void {Name("Write", number)}(object[] m, int n, "
            + "uint index, ulong[] i) { unchecked {\n");
        for (int n = 0; n < memories.Count; n++) Writer(memories[n], n);
        _text.Append($"}} }}\ninternal static void {Name("State", number)}(object[] m, int n, "
            + "uint index, ulong[] o) { unchecked {\n");
        for (int n = 0; n < memories.Count; n++) Reader(memories[n], n);
        _text.Append("} }\n");
    }

    private void Writer(StateMember memory, int n)
    {
        if (StateOf(memory) is { } state)
        {
            _text.Append($"if (n == {n}) {{ ref var e = ref (({Full(memory.Type)})m[{n}])"
                + $".{state};\n");
            int from = 0;
            if (memory.Type.Name == "Counter") _text.Append("e = i[0];\n");
            else Fill(((INamedTypeSymbol)memory.Type).TypeArguments[1], "e", ref from);
            _text.Append("}\n");
            return;
        }
        bool ternary = memory.Type.Name == "TernaryTable";
        var entry = ((INamedTypeSymbol)memory.Type).TypeArguments[0];
        int at = ternary ? 4 : 0;
        _text.Append($"if (n == {n}) {{ {Full(entry)} e = default;\n");
        Fill(entry, "e", ref at);
        string where = ternary ? "(int)index, new System.UInt128(i[1], i[0]), "
            + "new System.UInt128(i[3], i[2])" : "index";
        _text.Append($"(({Full(memory.Type)})m[{n}]).Write({where}, e); }}\n");
    }

    /// <summary>The place of a state of a memory that is updated.</summary>
    private static string? StateOf(StateMember memory) => memory.Type.Name switch
    {
        "Rmw" => "State(index)",
        "Counter" => "Sum(index)",
        "Register" => "State",
        _ => null,
    };

    /// <summary>Spreads a state over words, so that it can be compared with the
    /// hardware's.</summary>
    private void Reader(StateMember memory, int n)
    {
        if (StateOf(memory) is not { } place) return;
        _text.Append($"if (n == {n}) {{ var e = (({Full(memory.Type)})m[n]).{place};\n");
        if (memory.Type.Name == "Counter")
        {
            _text.Append("o[0] = e; }\n");
            return;
        }
        int at = 0;
        var step = (INamedTypeSymbol)memory.Type;
        Spread(step.TypeArguments[1], "e", ref at);
        _text.Append("}\n");
    }

    private void Spread(ITypeSymbol type, string value, ref int at)
    {
        foreach (var (path, leaf) in Leaves(type, value))
        {
            int width = TypeLayout.ScalarWidth(leaf)!.Value;
            for (int low = 0; low < width; low += 64)
                _text.Append($"o[{at++}] = {Word(path, leaf, low, width)};\n");
        }
    }

    private void Runner()
    {
        int at = 0, memory = 0;
        foreach (var p in kernel.Parameters)
        {
            string name = "p_" + p.Name;
            if (TypeLayout.IsWindow(p.Type)) Window(p, name, ref at);
            else
            {
                _text.Append($"{Full(p.Type)} {name} = default;\n");
                if (StateMember.IsState(p.Type)) Give(p.Type, name, ref memory);
                else Fill(p.Type, name, ref at);
            }
        }
        _text.Append($"{(kernel.ReturnsVoid ? "" : "var result = ")}{kernel.Name}(");
        _text.AppendJoin(", ", kernel.Parameters.Select(p =>
            (p.RefKind == RefKind.Ref ? "ref p_" : "p_") + p.Name)).Append(");\n");
        at = 0;
        if (kernel.ReturnsVoid)
        {
            // A stage: the packet that it hands on, and whether that is open.
            var packet = kernel.Parameters[0];
            Spread(packet.Type, $"p_{packet.Name}", ref at);
            _text.Append($"o[{at}] = p_{packet.Name}.{nameof(Language.IPacket.IsOpen)} "
                + "? 1UL : 0UL;\n");
            return;
        }
        Spread(kernel.ReturnType, "result", ref at);
        foreach (var p in kernel.Parameters.Where(p => TypeLayout.IsEdit(p.Type)))
            _text.Append($"for (int w = 0; w < {Language.Window.LengthBytes / 8}; w++) "
                + $"o[{at} + w] = p_{p.Name}.U64(8 * w);\n");
    }

    /// <summary>Puts the memories where the kernel expects them.</summary>
    private void Give(ITypeSymbol type, string path, ref int memory)
    {
        if (TypeLayout.IsMemory(type))
            _text.Append($"{path} = ({Full(type)})m[{memory++}];\n");
        else
            foreach (var field in TypeLayout.Fields(type))
                Give(field.Type, Place(type, field, path), ref memory);
    }

    private void Window(IParameterSymbol parameter, string name, ref int at)
    {
        int words = Language.Window.LengthBytes / 8;
        bool edit = TypeLayout.IsEdit(parameter.Type);
        int size = edit ? Language.EditWindow.BufferBytes : Language.Window.BufferBytes;
        int first = edit ? Language.EditWindow.HeadroomBytes : 0;
        _text.Append($"System.Span<byte> b_{name} = stackalloc byte[{size}];\n"
            + $"b_{name}.Clear();\n"
            + $"for (int w = 0; w < {words}; w++) System.Buffers.Binary.BinaryPrimitives"
            + $".WriteUInt64BigEndian(b_{name}[({first} + 8 * w)..], i[{at} + w]);\n"
            + $"var {name} = new {Full(parameter.Type)}(b_{name});\n");
        at += words;
    }

    private void Fill(ITypeSymbol type, string path, ref int at)
    {
        foreach (var (leaf, t) in Leaves(type, path))
        {
            int width = TypeLayout.ScalarWidth(t)!.Value;
            string value = t.SpecialType == SpecialType.System_Boolean ? $"i[{at}] != 0"
                : width > 64 ? $"({Full(t)})new System.UInt128(i[{at + 1}], i[{at}])"
                : $"({Full(t)})i[{at}]";
            _text.Append($"{leaf} = {value};\n");
            at += (width + 63) / 64;
        }
    }

    private static string Word(string path, ITypeSymbol type, int low, int width)
    {
        if (type.SpecialType == SpecialType.System_Boolean) return $"{path} ? 1UL : 0UL";
        if (width > 64) return $"(ulong)((System.UInt128){path} >> {low})";
        string mask = width == 64 ? "" : $" & {(1UL << width) - 1}UL";
        return $"(ulong)({path}){mask}";
    }

    /// <summary>Every scalar of a type, as a C# place that can be read and written.</summary>
    private IEnumerable<(string Path, ITypeSymbol Type)> Leaves(ITypeSymbol type, string path) =>
        TypeLayout.ScalarWidth(type) != null ? [(path, type)]
            : TypeLayout.Fields(type).SelectMany(f => Leaves(f.Type, Place(type, f, path)));

    private string Place(ITypeSymbol type, FieldLayout field, string path)
    {
        if (Meaning.InlineLength(type) != null) return $"{path}[{field.Name}]";
        if (type.IsTupleType || type is INamedTypeSymbol { IsGenericType: true })
            return $"{path}.{field.Name}";
        // Fields that are private or read-only are reached past the language's rules.
        if (!_accessors.TryGetValue(field.Symbol, out string? accessor))
        {
            accessor = $"Snic__F{number}_{_accessors.Count}";
            _accessors[field.Symbol] = accessor;
            _declarations.Append("[System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime"
                + $".CompilerServices.UnsafeAccessorKind.Field, Name = \"{field.Symbol.Name}\")]\n"
                + $"private static extern ref {Full(field.Type)} {accessor}("
                + $"ref {Full(type)} x);\n");
        }
        return $"{accessor}(ref {path})";
    }

    private static string Full(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
