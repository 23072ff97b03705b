using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>The compiler's own source, with one error, as an assembly in memory.</summary>
internal sealed class MutantCompiler
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    /// <summary>What the SDK would add to the project.</summary>
    private const string Implicit = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("SmartNic.Hls.Check")]
        """;

    private readonly CSharpCompilation _clean;
    private readonly Dictionary<string, SyntaxTree> _trees = [];
    private readonly List<ResourceDescription> _resources = [];

    /// <param name="folder">The folder of the compiler's project.</param>
    /// <exception cref="IOException">It is not there.</exception>
    public MutantCompiler(string folder)
    {
        string project = Path.Combine(folder, "SmartNic.Hls.csproj");
        if (!File.Exists(project)) throw new IOException(
            $"{project} is not there; run in a checkout, or give --source hls/SmartNic.Hls");
        foreach (string path in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(folder, path);
            if (name.StartsWith("obj/", StringComparison.Ordinal)
                || name.StartsWith("bin/", StringComparison.Ordinal)) continue;
            _trees[name] = CSharpSyntaxTree.ParseText(File.ReadAllText(path), Parse, name);
        }
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':')
            .Where(p => Path.GetFileNameWithoutExtension(p) is not ("SmartNic.Hls"
                or "SmartNic.Hls.Check" or "snic-hls"))
            .Select(p => MetadataReference.CreateFromFile(p));
        _clean = CSharpCompilation.Create("SmartNic.Hls",
            _trees.Values.Append(CSharpSyntaxTree.ParseText(Implicit, Parse)), references,
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Disable));
        var own = typeof(Compiler).Assembly;
        foreach (string name in own.GetManifestResourceNames())
            _resources.Add(new(name, () => own.GetManifestResourceStream(name)!, true));
    }

    /// <summary>Files of the front ends, passes, rewriting, scheduling and emission; not of
    /// what the checks rest upon, nor the words of diagnostics.</summary>
    public IEnumerable<string> Targets => _trees.Keys.Where(f =>
        f.StartsWith("Front/", StringComparison.Ordinal)
            && !f.StartsWith("Front/Diagnostic", StringComparison.Ordinal)
        || f.StartsWith("Il/", StringComparison.Ordinal)
        || f.StartsWith("Passes/", StringComparison.Ordinal)
        || f.StartsWith("Schedule/", StringComparison.Ordinal)
        || f.StartsWith("Ir/OptimisingGraph", StringComparison.Ordinal) || f == "Ir/Ranges.cs"
        || f.StartsWith("Emit/", StringComparison.Ordinal) && f is not ("Emit/RawEmitter.cs"
            or "Emit/JsonEmitter.cs" or "Emit/IncludeEmitter.cs" or "Emit/ShellEmitter.cs"));

    /// <summary>Every place for an error, in a fixed order.</summary>
    public IReadOnlyList<Mutant> Mutants() =>
        [.. Targets.SelectMany(f => MutantFinder.Find(f, _trees[f].ToString(),
            f.StartsWith("Emit/", StringComparison.Ordinal)))];

    /// <summary>The assembly; null when C# rejects the change.</summary>
    public byte[]? Compile(Mutant? mutant)
    {
        var compilation = _clean;
        if (mutant != null)
        {
            var tree = _trees[mutant.File];
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(
                tree.GetText().WithChanges(new TextChange(mutant.Span, mutant.After))));
        }
        using var image = new MemoryStream();
        var result = compilation.Emit(image, manifestResources: _resources);
        if (!result.Success && mutant == null)
            throw new InvalidOperationException("the compiler's source does not compile: "
                + result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error));
        return result.Success ? image.ToArray() : null;
    }
}

/// <summary>A compiler with an error, and the checks bound to it.</summary>
internal sealed class MutantContext(byte[] compiler) : AssemblyLoadContext(null, true)
{
    private Assembly? _compiler;

    /// <summary>A method of <see cref="Ladder"/> as it is in this context.</summary>
    public T Method<T>(string name) where T : Delegate =>
        LoadFromAssemblyPath(typeof(Ladder).Assembly.Location).GetType(typeof(Ladder).FullName!)!
            .GetMethod(name, BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<T>();

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName name) => name.Name == "SmartNic.Hls"
        ? _compiler ??= LoadFromStream(new MemoryStream(compiler)) : null;
}
