using System.Reflection;
using System.Text.RegularExpressions;

namespace SmartNic.Hls.Tool;

/// <summary>
/// The folders of a feature, from the template beside this class: a table with a 120-bit key, an
/// update, a counter and a reason to drop, and the section of the configuration that fills the
/// table.
/// </summary>
internal static partial class FeatureTemplate
{
    /// <summary>Reasons of a class.</summary>
    public const int Places = 16;

    private const string Root = "Templates/feature/";

    private static readonly (string Part, string Folder)[] Parts =
    [
        ("kernels", "hls/kernels/noun"), ("features", "host/SmartNic.Features/Noun"),
    ];

    /// <summary>Whether a name can be that of a feature: a lower-case word.</summary>
    public static bool IsNoun(string name) => Noun().IsMatch(name);

    /// <summary>Paths below the root of the repository, and texts.</summary>
    /// <param name="noun">The feature's name, a lower-case word.</param>
    /// <param name="place">Of its reason, see <see cref="FreePlace"/>.</param>
    public static IReadOnlyList<(string Path, string Text)> Files(string noun, int place)
    {
        string type = TypeOf(noun);
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. from part in Parts
               from name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
               where name.StartsWith($"{Root}{part.Part}/", StringComparison.Ordinal)
               let file = name[(name.LastIndexOf('/') + 1)..]
               select (Named($"{part.Folder}/{file}", noun, type),
                   Named(Read(assembly, name), noun, type)
                       .Replace("PLACE", $"{place}", StringComparison.Ordinal)),
        ];
    }

    /// <summary>The first place in the class of policies that no reason has; 16 if none is free.
    /// </summary>
    /// <param name="locked">Text of <c>reasons.lock</c>.</param>
    public static int FreePlace(string locked) => Enumerable.Range(0, Places).FirstOrDefault(
        n => !locked.Contains($"\n0x8{n:x} ", StringComparison.Ordinal), Places);

    /// <summary>Types that the template declares.</summary>
    public static Regex Types(string noun) => new(
        $@"\b(struct|class|record)\s+{TypeOf(noun)}"
        + "(Key|Value|State|Step|Tables|Stage|Config|Feature|Section)?\\b"
        + $@"|\b{TypeOf(noun)} {{ get;");

    private static string TypeOf(string noun) => char.ToUpperInvariant(noun[0]) + noun[1..];

    // In one pass: a name may have the word itself in it.
    private static string Named(string text, string noun, string type) =>
        Place().Replace(text, match => match.Value == "Noun" ? type : noun);

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^[a-z][a-z0-9]{1,19}$")]
    private static partial Regex Noun();

    [GeneratedRegex("Noun|noun")]
    private static partial Regex Place();
}
