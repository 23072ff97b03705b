using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmartNic.Hls;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests;

/// <summary>The gateway's kernels as text: to compile again, as they are or changed.</summary>
internal static class KernelSources
{
    /// <summary>Path and text of every kernel file, in the order of make.</summary>
    public static IReadOnlyList<(string Path, string Text)> Read() =>
        [.. Compiler.FilesOf([Checkout.At("hls", "kernels")])
            .Select(f => (f, File.ReadAllText(f)))];

    /// <summary>The Verilog of both kernels.</summary>
    public static IReadOnlyList<CompiledKernel> ToVerilog(
        IEnumerable<(string Path, string Text)> sources) => new Compiler(sources).Compile();

    /// <summary>The same sources, and one more, compiled by C# into this process.</summary>
    public static Assembly ToNative(
        IEnumerable<(string Path, string Text)> sources, string more)
    {
        const string Usings = "global using System; global using System.Collections.Generic;";
        var trees = sources.Select(s => s.Text).Append(more).Append(Usings)
            .Select(text => CSharpSyntaxTree.ParseText(text));
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var references = platform.Split(':')
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Window).Assembly.Location)
            .Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("Changed", trees, references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? Assembly.Load(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
