using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmartNic.Hls.Front;

namespace SmartNic.Hls.Analyzer;

/// <summary>
/// Compiles every kernel while it is edited and built: what <c>snic-hls check</c> would say is an
/// error at the same place, with the same number and words.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors =
        DiagnosticList.All.ToImmutableDictionary(d => d.Id, d => new DiagnosticDescriptor(
            d.Id, d.Title, "{0}", "Kernel", DiagnosticSeverity.Error, true, d.Instead));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Descriptors.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // Made once, and only where there is a kernel.
            var compiler = new Lazy<Compiler>(
                () => Compiler.Of((CSharpCompilation)start.Compilation));
            start.RegisterSymbolAction(symbol => Check(symbol, compiler), SymbolKind.Method);
        });
    }

    private static void Check(SymbolAnalysisContext context, Lazy<Compiler> compiler)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!Project.IsKernel(method)) return;
        try
        {
            compiler.Value.Compile(method.GetDocumentationCommentId()!);
        }
        catch (HlsException error) when (Descriptors.TryGetValue(error.Id, out var descriptor))
        {
            // What C# itself rejects is reported by C#, once.
            if (!HasErrors(context))
                context.ReportDiagnostic(
                    Diagnostic.Create(descriptor, Place(error, context), error.Text));
        }
        catch (Exception) when (HasErrors(context))
        {
            // Half-written code has shapes that C# would not have let through.
        }
    }

    private static bool HasErrors(SymbolAnalysisContext context) => context.Compilation
        .GetDiagnostics(context.CancellationToken).Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The span in the user's own files; the kernel's name if there is none.</summary>
    private static Location Place(HlsException error, SymbolAnalysisContext context) =>
        error.Where is { SourceTree: { } tree } where
            && context.Compilation.ContainsSyntaxTree(tree) ? where : context.Symbol.Locations[0];
}
