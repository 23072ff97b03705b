using Microsoft.CodeAnalysis.Text;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>A planted error: some text of the compiler's source and what replaces it.</summary>
/// <param name="File">Path below the compiler's folder.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Before">The text that is there.</param>
/// <param name="After">The text that is put there.</param>
internal sealed record Mutant(string File, int Line, int Column, TextSpan Span, string Before,
    string After)
{
    /// <summary>For people: place and change, in one line.</summary>
    public override string ToString() =>
        $"{File}:{Line}:{Column}  {Short(Before)} -> {Short(After)}";

    private static string Short(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text == "" ? "(nothing)" : text.Length <= 50 ? text : text[..47] + "...";
    }
}
