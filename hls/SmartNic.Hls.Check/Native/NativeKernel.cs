using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmartNic.Hls.Front;

namespace SmartNic.Hls.Check.Native;

/// <summary>A kernel as the JIT runs it, on vectors of words.</summary>
internal sealed class NativeKernel
{
    private readonly Action<ulong[], ulong[], object[]> _run;
    private readonly Action<object[], int, uint, ulong[]> _write;
    private readonly object[] _memories;

    private NativeKernel(Type type, int number)
    {
        T Method<T>(string name) where T : Delegate => type.GetMethod(
            AdapterText.Name(name, number), BindingFlags.Static | BindingFlags.NonPublic)!
            .CreateDelegate<T>();
        _run = Method<Action<ulong[], ulong[], object[]>>("Run");
        _write = Method<Action<object[], int, uint, ulong[]>>("Write");
        _memories = Method<Func<object[]>>("Memories")();
    }

    /// <summary>Every kernel of a compilation, by its module name.</summary>
    public static Dictionary<string, NativeKernel> Load(Compiler compiler)
    {
        var kernels = compiler.Project.Kernels().ToList();
        var compilation = compiler.Project.Compilation;
        var names = kernels.Select(k => TypeName(k.ContainingType)).ToList();
        var inserts = kernels.Select((kernel, number) => (Class: (TypeDeclarationSyntax)kernel
            .DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>()!,
            Text: new AdapterText(kernel, number).Members())).ToList();
        foreach (var file in inserts.GroupBy(i => i.Class.SyntaxTree))
        {
            string text = file.Key.ToString();
            foreach (var (type, members) in file.OrderByDescending(
                i => i.Class.CloseBraceToken.SpanStart))
                text = text.Insert(type.CloseBraceToken.SpanStart, members);
            compilation = compilation.ReplaceSyntaxTree(file.Key, file.Key.WithChangedText(
                Microsoft.CodeAnalysis.Text.SourceText.From(text)));
        }
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException("the kernels do not run natively: " + string.Join(
                "; ", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
                    .Take(3)));
        image.Position = 0;
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
        return kernels.Select((m, k) => (m, k)).ToDictionary(p => Project.KernelName(p.m),
            p => new NativeKernel(assembly.GetType(names[p.k])!, p.k));
    }

    /// <summary>One packet.</summary>
    public void Run(ulong[] inputs, ulong[] outputs) => _run(inputs, outputs, _memories);

    /// <summary>Writes an entry of the n-th memory.</summary>
    public void Write(int memory, uint index, ulong[] words) =>
        _write(_memories, memory, index, words);

    private static string TypeName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{TypeName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
            : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
