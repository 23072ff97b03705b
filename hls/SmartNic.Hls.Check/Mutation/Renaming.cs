using System.Text.RegularExpressions;
using SmartNic.Hls.Emit;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>Texts of a module that differ in nothing but the names of its own signals and
/// instances: then no solver is needed to know that they do the same.</summary>
internal static partial class Renaming
{
    [GeneratedRegex(@"//.*|(\d*'[bodh][0-9a-fA-F]+|[A-Za-z_]\w*|\d+|\S)")]
    private static partial Regex Token { get; }

    /// <summary>Names that are not seen from outside: no ports, no modules.</summary>
    [GeneratedRegex(@"(?:^ *(?:(?:wire|reg) +(?:\[[^\]]*\] *)?|\w+ +(?=\w+ \())"
        + @"|(?<=""\)\)\s+))(\w+)", RegexOptions.Multiline)]
    private static partial Regex Own { get; }

    /// <summary>True when every own name has one name in the other text and the reverse.</summary>
    public static bool Same(string right, string changed)
    {
        var own = Own.Matches(right).Select(m => m.Groups[1].Value).ToHashSet();
        own.ExceptWith(VerilogText.Keywords);
        var (there, back) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        using var others = Tokens(changed).GetEnumerator();
        foreach (string token in Tokens(right))
        {
            if (!others.MoveNext()) return false;
            string other = others.Current;
            bool isName = own.Contains(token) && (char.IsLetter(other[0]) || other[0] == '_');
            if (!isName && other != token) return false;
            // What is no own name is its own image, so no own name can become it.
            if (!there.TryAdd(token, other) && there[token] != other) return false;
            if (!back.TryAdd(other, token) && back[other] != token) return false;
        }
        return !others.MoveNext()
            && !own.Any(n => there.TryGetValue(n, out var to) && VerilogText.Keywords.Contains(to));
    }

    private static IEnumerable<string> Tokens(string text) => Token.Matches(text)
        .Select(m => m.Groups[1]).Where(g => g.Success).Select(g => g.Value);
}
