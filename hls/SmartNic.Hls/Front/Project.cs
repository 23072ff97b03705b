using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmartNic.Hls.Front;

/// <summary>C# files as one compilation, and the kernels in them.</summary>
internal sealed class Project
{
    private const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.Linq;";

    public CSharpCompilation Compilation { get; }

    /// <exception cref="HlsException">The C# compiler reports an error.</exception>
    public Project(IEnumerable<(string Path, string Text)> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = files.Select(f => CSharpSyntaxTree.ParseText(f.Text, options, f.Path))
            .Append(CSharpSyntaxTree.ParseText(GlobalUsings, options, "Usings.cs"))
            .Concat(LibrarySources.Value.Select(f =>
                CSharpSyntaxTree.ParseText(f.Text, options, f.Name)));
        Compilation = CSharpCompilation.Create("Kernels", trees, References(),
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        var error = Compilation.GetDiagnostics()
            .FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        if (error != null) throw new HlsException(error.Id, error.Location, error.GetMessage());
    }

    /// <summary>Methods marked as kernels, in source order.</summary>
    public IEnumerable<IMethodSymbol> Kernels() => Types(Compilation.Assembly.GlobalNamespace)
        .SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
        .Where(m => Attribute(m, "KernelAttribute") != null);

    public static AttributeData? Attribute(ISymbol symbol, string name) => symbol.GetAttributes()
        .FirstOrDefault(a => a.AttributeClass?.Name == name
            && TypeLayout.InLanguage(a.AttributeClass));

    /// <summary>The part of the language that is itself C#: it is inlined.</summary>
    private static readonly Lazy<IReadOnlyList<(string Name, string Text)>> LibrarySources =
        new(() =>
        {
            var assembly = typeof(Project).Assembly;
            var files = new List<(string, string)>();
            foreach (string name in assembly.GetManifestResourceNames().Order(
                StringComparer.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                files.Add((name, reader.ReadToEnd()));
            }
            return files;
        });

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type) yield return type;
            if (member is not INamespaceOrTypeSymbol inner) continue;
            foreach (var t in Types(inner)) yield return t;
        }
    }

    private static IEnumerable<MetadataReference> References()
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
