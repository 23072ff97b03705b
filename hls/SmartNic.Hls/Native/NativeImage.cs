using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmartNic.Hls.Front;

namespace SmartNic.Hls.Native;

/// <summary>
/// The kernels as an assembly: what the JIT runs in every check, and whose IL is the specification
/// of the proof. It is loaded once, so both see the same bytes; the same C# gives the same ones,
/// wherever it lies.
/// </summary>
internal sealed class NativeImage
{
    private NativeImage(byte[] bytes, IReadOnlyList<IMethodSymbol> kernels,
        IReadOnlyList<IMethodSymbol> stages)
    {
        using var image = new MemoryStream(bytes);
        Assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
        Hash = System.Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        (Kernels, Stages) = (kernels, stages);
    }

    /// <summary>The assembly as it is loaded.</summary>
    public Assembly Assembly { get; }

    /// <summary>The first 64 bits of the SHA-256 of its bytes.</summary>
    public string Hash { get; }

    /// <summary>Its kernels; the adapters of the n-th have its number.</summary>
    public IReadOnlyList<IMethodSymbol> Kernels { get; }

    /// <summary>The stages of its pipelines; the adapters of the n-th have its number behind those
    /// of the kernels.</summary>
    public IReadOnlyList<IMethodSymbol> Stages { get; }

    /// <summary>Compiles the files of a project, with adapters in the classes of the
    /// kernels.</summary>
    /// <param name="project">The files.</param>
    /// <param name="level">With Debug the JIT does not optimise either.</param>
    /// <exception cref="InvalidOperationException">The C# does not compile.</exception>
    public static NativeImage Of(
        Project project, OptimizationLevel level = OptimizationLevel.Release)
    {
        var kernels = project.Kernels().ToList();
        var stages = kernels.SelectMany(k => PipelineRules.StagesOf(project.Compilation, k))
            .Distinct(SymbolEqualityComparer.Default).Cast<IMethodSymbol>().ToList();
        var compilation = project.Compilation;
        compilation = compilation.WithOptions(
            compilation.Options.WithOptimizationLevel(level).WithDeterministic(true));
        var inserts = kernels.Concat(stages).Select((kernel, number) => (
            Class: kernel.DeclaringSyntaxReferences[0].GetSyntax()
                .FirstAncestorOrSelf<TypeDeclarationSyntax>()!,
            Text: new AdapterText(kernel, number).Members())).ToList();
        foreach (var file in inserts.GroupBy(i => i.Class.SyntaxTree))
        {
            string text = file.Key.ToString();
            foreach (var (type, members) in file.OrderByDescending(
                i => i.Class.CloseBraceToken.SpanStart))
                text = text.Insert(type.CloseBraceToken.SpanStart, members);
            compilation = compilation.ReplaceSyntaxTree(file.Key,
                file.Key.WithChangedText(SourceText.From(text)));
        }
        using var image = new MemoryStream();
        var result = Named(compilation).Emit(image);
        return result.Success ? new(image.ToArray(), kernels, stages)
            : throw new InvalidOperationException("the kernels do not run natively: "
                + string.Join("; ", result.Diagnostics.Where(
                    d => d.Severity == DiagnosticSeverity.Error).Take(3)));
    }

    /// <summary>The same files by number and name: the folder that they are in is no part of what
    /// they mean, but C# puts it into the names of types that are local to a file.</summary>
    private static CSharpCompilation Named(CSharpCompilation compilation) =>
        compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(
            (t, n) => t.WithFilePath($"{n}/{Path.GetFileName(t.FilePath)}")));

    /// <summary>The class of a kernel.</summary>
    public Type ClassOf(IMethodSymbol kernel) =>
        Assembly.GetType(TypeName(kernel.ContainingType))!;

    private static string TypeName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{TypeName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
            : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
