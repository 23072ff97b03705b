extern alias analyzer;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;
using SmartNic.Hls;
using SmartNic.Hls.Front;
using SmartNic.Testing;
using KernelAnalyzer = analyzer::SmartNic.Hls.Analyzer.KernelAnalyzer;

namespace SmartNic.Analyzer.Tests;

/// <summary>The analyzer says what the compiler says: number, span, words.</summary>
public sealed class AnalyzerTests
{
    private static IEnumerable<string> Rejected => Files("ShouldFail");

    private static IEnumerable<string> Accepted => Files("ShouldCompile");

    private static IEnumerable<string> Files(string folder) => Directory
        .GetFiles(Checkout.At("tests", "SmartNic.Hls.Tests", folder), "*.cs")
        .Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f));

    [TestCaseSource(nameof(Rejected))]
    public async Task WhatTheCompilerRejectsIsAnError(string file)
    {
        string text = (await File.ReadAllTextAsync(Checkout.At(
            "tests", "SmartNic.Hls.Tests", "ShouldFail", file)))
            .Replace("[|", "").Replace("|]", "");
        var expected = Assert.Throws<HlsException>(() => new Compiler([(file, text)]).Compile())!;
        var found = await Analyze(file, text);
        Assert.That(found, Has.Length.EqualTo(1));
        Assert.That(found[0].Id, Is.EqualTo(expected.Id));
        Assert.That(found[0].GetMessage(), Is.EqualTo(expected.Text));
        Assert.That(found[0].Location.SourceSpan, Is.EqualTo(expected.Where!.SourceSpan));
        Assert.That(found[0].Severity, Is.EqualTo(DiagnosticSeverity.Error));
    }

    [TestCaseSource(nameof(Accepted))]
    public async Task WhatTheCompilerAcceptsIsClean(string file) => Assert.That(
        await Analyze(file, await File.ReadAllTextAsync(
            Checkout.At("tests", "SmartNic.Hls.Tests", "ShouldCompile", file))), Is.Empty);

    [Test]
    public async Task HalfWrittenCodeIsLeftToCSharp() => Assert.That(await Analyze("k.cs", """
        using SmartNic.Hls.Language;
        public static class K
        {
            [Kernel("k")]
            public static uint Run(uint x) { uint y = x + ; return y.
        }
        """), Is.Empty);

    private static async Task<ImmutableArray<Diagnostic>> Analyze(string path, string text)
    {
        string bcl = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] names = ["System.Private.CoreLib.dll", "System.Runtime.dll"];
        var references = names.Select(n => Path.Combine(bcl, n))
            .Append(typeof(Hls.Language.Window).Assembly.Location)
            .Select(p => MetadataReference.CreateFromFile(p));
        // Features as MSBuild passes them; trees that are added must have them too.
        var options = new CSharpParseOptions(LanguageVersion.CSharp13)
            .WithFeatures([new("noRefSafetyRulesAttribute", "true")]);
        var trees = new[] { ("Usings.cs", "global using System;"), (path, text) }
            .Select(f => CSharpSyntaxTree.ParseText(f.Item2, options, f.Item1));
        var compilation = CSharpCompilation.Create("Kernels", trees, references,
            new(OutputKind.DynamicallyLinkedLibrary));
        return await compilation.WithAnalyzers([new KernelAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();
    }
}
