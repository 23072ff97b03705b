using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>
/// A kind of state in the language. All are one of two primitives of the pipeline: a read of fixed
/// latency, or an update of fixed latency.
/// </summary>
/// <param name="Type">Name of the C# type.</param>
/// <param name="Kind">The primitive.</param>
/// <param name="Method">The method that a kernel may call.</param>
/// <param name="Indexed">Its first argument is an index.</param>
/// <param name="Latency">Latency without [Latency].</param>
/// <param name="Least">Least latency.</param>
/// <param name="Most">Largest latency.</param>
internal sealed record MemoryShape(
    string Type, CallKind Kind, string Method, bool Indexed, int Latency, int Least, int Most)
{
    /// <summary>The shell of an update adds two clocks to its memory's 1..4.</summary>
    public const int ShellClocks = 2;

    private static readonly MemoryShape[] All =
    [
        new("Table", CallKind.Read, "Read", true, 2, 1, 64),
        new("TernaryTable", CallKind.Read, "Match", true, 2, 2, 64),
        new("Rmw", CallKind.Update, "Apply", true, 4, 1 + ShellClocks, 4 + ShellClocks),
        new("Counter", CallKind.Update, "Add", true, 4, 1 + ShellClocks, 4 + ShellClocks),
        new("Register", CallKind.Update, "Apply", false, 1, 1, 1),
    ];

    /// <summary>The shape of a type, or null when it is no state.</summary>
    public static MemoryShape? Of(ITypeSymbol? type) => type != null && TypeLayout.InLanguage(type)
        ? Array.Find(All, s => s.Type == type.Name) : null;
}
