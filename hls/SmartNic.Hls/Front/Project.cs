using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmartNic.Hls.Native;

namespace SmartNic.Hls.Front;

/// <summary>C# files as one compilation, and the kernels in them.</summary>
internal sealed class Project
{
    private const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.Linq; "
        + "global using System.Numerics; global using System.Runtime.CompilerServices;";

    public CSharpCompilation Compilation { get; }

    /// <exception cref="HlsException">The C# compiler reports an error.</exception>
    public Project(IEnumerable<(string Path, string Text)> files, bool check = true)
    {
        _image = new(() => NativeImage.Of(this));
        var trees = files.Select(f => CSharpSyntaxTree.ParseText(f.Text, Parse, f.Path))
            .Append(Usings).Concat(LibraryTrees);
        Compilation = CSharpCompilation.Create("Kernels", trees, References.Value,
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        if (!check) return;
        var error = Compilation.GetDiagnostics()
            .FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        if (error != null) throw new HlsException(error.Id, error.Location, error.GetMessage());
    }

    /// <summary>A compilation that something else made, e.g. an editor.</summary>
    public Project(CSharpCompilation compilation)
    {
        _image = new(() => NativeImage.Of(this));
        // Trees of one compilation share version and features of the language.
        var options = compilation.SyntaxTrees.FirstOrDefault()?.Options ?? Parse;
        Compilation = compilation.AddSyntaxTrees(
            LibraryTrees.Select(t => t.WithRootAndOptions(t.GetRoot(), options)));
    }

    /// <summary>The kernels as the JIT runs them; compiled and loaded once.</summary>
    public NativeImage Image => _image.Value;

    private readonly Lazy<NativeImage> _image;

    /// <summary>Methods marked as kernels, in source order.</summary>
    public IEnumerable<IMethodSymbol> Kernels() => Types(Compilation.Assembly.GlobalNamespace)
        .SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
        .Where(IsKernel);

    /// <summary>A kernel, or a pipeline, which is one.</summary>
    public static bool IsKernel(IMethodSymbol method) => KernelAttribute(method) != null;

    /// <summary>What marks a kernel or a pipeline.</summary>
    public static AttributeData? KernelAttribute(IMethodSymbol method) =>
        Attribute(method, nameof(Language.KernelAttribute))
            ?? Attribute(method, nameof(Language.PipelineAttribute));

    public static AttributeData? Attribute(ISymbol symbol, string name) => symbol.GetAttributes()
        .FirstOrDefault(a => a.AttributeClass?.Name == name
            && TypeLayout.InLanguage(a.AttributeClass));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type) yield return type;
            if (member is not INamespaceOrTypeSymbol inner) continue;
            foreach (var t in Types(inner)) yield return t;
        }
    }

    /// <summary>The module name that a kernel's attribute gives.</summary>
    public static string KernelName(IMethodSymbol kernel) =>
        (string)KernelAttribute(kernel)!.ConstructorArguments[0].Value!;

    // Read once: a program that compiles many kernels would spend its time here.
    private static readonly Lazy<MetadataReference[]> References = new(() => [.. Libraries()]);
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);
    private static readonly SyntaxTree Usings =
        CSharpSyntaxTree.ParseText(GlobalUsings, Parse, "Usings.cs");
    private static readonly SyntaxTree[] LibraryTrees = [.. LibrarySources()];

    /// <summary>The part of the language that is itself C#: it is inlined.</summary>
    private static IEnumerable<SyntaxTree> LibrarySources()
    {
        var assembly = typeof(Project).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(
            n => n.EndsWith(".cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return CSharpSyntaxTree.ParseText(reader.ReadToEnd(), Parse, name);
        }
    }

    private static IEnumerable<MetadataReference> Libraries()
    {
        string bcl = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] names = ["System.Private.CoreLib", "System.Runtime", "System.Linq",
            "System.Collections", "System.Memory", "System.Runtime.InteropServices",
            "System.Runtime.Intrinsics", "System.Runtime.Extensions", "netstandard"];
        return names.Select(n => Path.Combine(bcl, n + ".dll"))
            .Append(typeof(Language.Window).Assembly.Location)
            .Select(p => MetadataReference.CreateFromFile(p));
    }
}
