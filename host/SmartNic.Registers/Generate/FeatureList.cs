using System.Text;

namespace SmartNic.Registers;

/// <summary>
/// The list of the gateway's features: a folder of host/SmartNic.Features with a
/// <c>FolderFeature.cs</c> is one. Their order is that of <c>features.txt</c>.
/// </summary>
public static class FeatureList
{
    private const string Home = "host/SmartNic.Features";

    /// <summary>The order, completed, and the list for C#.</summary>
    /// <param name="root">The repository.</param>
    public static IReadOnlyList<GeneratedFile> Of(string root)
    {
        var home = Path.Combine(root, Home);
        var found = Directory.GetDirectories(home).Select(f => Path.GetFileName(f)!)
            .Where(f => File.Exists(Path.Combine(home, f, $"{f}Feature.cs"))).ToHashSet();
        return Of(File.ReadAllText(Path.Combine(home, "features.txt")), found);
    }

    /// <summary>The order, completed, and the list for C#.</summary>
    /// <param name="order">Text of <c>features.txt</c>; lines of what is gone are dropped.</param>
    /// <param name="found">The folders.</param>
    public static IReadOnlyList<GeneratedFile> Of(string order, IReadOnlySet<string> found)
    {
        string[] lines = [.. order.Split('\n', StringSplitOptions.RemoveEmptyEntries
            | StringSplitOptions.TrimEntries)];
        string[] known = [.. lines.Where(found.Contains).Distinct()];
        string[] all = [.. known, .. found.Except(known).Order(StringComparer.Ordinal)];
        var head = lines.TakeWhile(line => line.StartsWith('#'));
        return
        [
            new($"{Home}/features.txt", string.Concat(head.Concat(all).Select(l => l + "\n"))),
            new($"{Home}/Gateway/Generated/FeatureList.g.cs", Text(all)),
        ];
    }

    private static string Text(string[] features)
    {
        var text = new StringBuilder("""
            // Generated from features.txt by SmartNic.Registers.Tool. Do not edit.
            namespace SmartNic.Features;

            /// <summary>The features, in the order in which they are asked.</summary>
            internal static class FeatureList
            {
                /// <summary>All of them.</summary>
                public static IReadOnlyList<FeatureParts> All { get; } =
                [

            """);
        foreach (var feature in features)
        {
            text.Append($"        FeatureParts.Of<{feature}Feature>(),\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }
}
