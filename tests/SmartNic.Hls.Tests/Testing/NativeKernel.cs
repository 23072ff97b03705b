using System.Numerics;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmartNic.Hls.Front;
using TypeLayout = SmartNic.Hls.Front.TypeLayout;

namespace SmartNic.Hls.Tests.Testing;

/// <summary>
/// Kernels run by the JIT: an adapter is generated that fills the parameters from flat numbers.
/// </summary>
internal sealed class NativeKernel
{
    private readonly Type _adapter;
    private readonly object[] _memories;

    private NativeKernel(Type adapter)
    {
        _adapter = adapter;
        _memories = (object[])Call("Memories")!;
    }

    /// <summary>Every kernel of a compilation.</summary>
    public static Dictionary<string, NativeKernel> Load(Compiler compiler)
    {
        var kernels = compiler.Project.Kernels().ToList();
        var text = new StringBuilder("using SmartNic.Hls.Language;\n");
        for (int k = 0; k < kernels.Count; k++) Adapter(text, kernels[k], $"Adapter{k}");
        var compilation = compiler.Project.Compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(text.ToString(), new(LanguageVersion.Latest)));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5);
        if (!result.Success) throw new InvalidOperationException(string.Join("\n", errors) + text);
        var assembly = Assembly.Load(image.ToArray());
        return kernels.Select((m, k) => (m, k)).ToDictionary(
            p => (string)Project.Attribute(p.m, "KernelAttribute")!.ConstructorArguments[0].Value!,
            p => new NativeKernel(assembly.GetType($"Adapter{p.k}")!));
    }

    public BigInteger[] Run(byte[] frame, IEnumerable<BigInteger> inputs) =>
        [.. ((UInt128[])Call("Run", frame, inputs.Select(i => (UInt128)i).ToArray(), _memories)!)
            .Select(v => (BigInteger)v)];

    public void Write(int memory, uint index, IEnumerable<BigInteger> fields) =>
        Call("Write", _memories, memory, index, fields.Select(i => (UInt128)i).ToArray());

    private object? Call(string method, params object[] arguments) =>
        _adapter.GetMethod(method)!.Invoke(null, arguments);

    private static void Adapter(StringBuilder text, IMethodSymbol kernel, string name)
    {
        string Full(ITypeSymbol t) => t.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var memories = kernel.Parameters.Where(p => TypeLayout.IsMemory(p.Type)).ToList();
        text.Append($"public static class {name} {{\n");
        text.Append("static UInt128 B(bool x) => x ? UInt128.One : UInt128.Zero;\n");
        text.Append("public static object[] Memories() => [");
        text.AppendJoin(", ", memories.Select(m => $"new {Full(m.Type)}("
            + $"{Project.Attribute(m, "DepthAttribute")?.ConstructorArguments[0].Value})"));
        text.Append("];\npublic static void Write(object[] m, int n, uint index, UInt128[] i) {\n");
        for (int n = 0; n < memories.Count; n++)
        {
            bool ternary = memories[n].Type.Name == "TernaryTable";
            if (memories[n].Type.Name != "Table" && !ternary) continue;
            var entry = ((INamedTypeSymbol)memories[n].Type).TypeArguments[0];
            int at = ternary ? 2 : 0;
            text.Append($"if (n == {n}) {{ {Full(entry)} e = default;\n");
            Fill(text, entry, "e", ref at);
            string where = ternary ? "(int)index, i[0], i[1]" : "index";
            text.Append($"(({Full(memories[n].Type)})m[{n}]).Write({where}, e); }}\n");
        }
        text.Append("}\npublic static UInt128[] Run(byte[] frame, UInt128[] i, object[] m) {\n");
        int input = 0, memory = 0;
        foreach (var p in kernel.Parameters)
        {
            if (TypeLayout.IsWindow(p.Type)) text.Append($"var p_{p.Name} = new Window(frame);\n");
            else if (TypeLayout.IsMemory(p.Type))
                text.Append($"var p_{p.Name} = ({Full(p.Type)})m[{memory++}];\n");
            else
            {
                text.Append($"{Full(p.Type)} p_{p.Name} = default;\n");
                Fill(text, p.Type, "p_" + p.Name, ref input);
            }
        }
        text.Append($"var result = {Full(kernel.ContainingType)}.{kernel.Name}(");
        text.AppendJoin(", ", kernel.Parameters.Select(p => "p_" + p.Name));
        text.Append(");\nreturn [");
        text.AppendJoin(", ", Leaves(kernel.ReturnType, "result").Select(l => Out(l.Path, l.Type)));
        text.Append("];\n}\n}\n");
    }

    private static void Fill(StringBuilder text, ITypeSymbol type, string path, ref int at)
    {
        foreach (var (leaf, t) in Leaves(type, path))
        {
            string full = t.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            string value = t.SpecialType == SpecialType.System_Boolean ? $"i[{at}] != UInt128.Zero"
                : t.TypeKind == TypeKind.Enum ? $"({full})(ulong)i[{at}]"
                : $"unchecked(({full})i[{at}])";
            text.Append($"{leaf} = {value};\n");
            at++;
        }
    }

    private static string Out(string path, ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean ? $"B({path})"
        : type.TypeKind == TypeKind.Enum ? $"(UInt128)(ulong){path}"
        : type.SpecialType == SpecialType.System_Int32 ? $"(UInt128)unchecked((uint){path})"
        : type.SpecialType == SpecialType.System_Int64 ? $"(UInt128)unchecked((ulong){path})"
        : type.SpecialType == SpecialType.System_Int16 ? $"(UInt128)unchecked((ushort){path})"
        : type.SpecialType == SpecialType.System_SByte ? $"(UInt128)unchecked((byte){path})"
        : $"(UInt128){path}";

    private static IEnumerable<(string Path, ITypeSymbol Type)> Leaves(
        ITypeSymbol type, string path) =>
        TypeLayout.ScalarWidth(type) != null ? [(path, type)]
            : TypeLayout.Fields(type).SelectMany(f => Leaves(f.Type, $"{path}.{f.Name}"));
}
