namespace SmartNic.Style.Tests;

/// <summary>The files that git tracks, as a stranger would see them.</summary>
internal static class Repository
{
    public static IReadOnlyList<string> Files { get; } = Git("ls-files").ToArray();

    /// <summary>Files a person wrote: no generated, recorded or licence text.</summary>
    public static IEnumerable<string> Written => Files.Where(f =>
        !f.Contains("/gen/", StringComparison.Ordinal)
        && !f.Contains("/Generated/", StringComparison.Ordinal)
        && !f.Contains("/Narrow/", StringComparison.Ordinal)
        && !f.Contains("/golden/", StringComparison.Ordinal)
        && !f.EndsWith(".g.cs", StringComparison.Ordinal)
        && !f.StartsWith("tests/fixtures/", StringComparison.Ordinal)
        && f != "LICENSE");

    public static string Read(string file) => File.ReadAllText(Checkout.At(file));

    private static IEnumerable<string> Git(string arguments)
    {
        string output = Tool.MustPass(TimeSpan.FromMinutes(1), "git", arguments);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(f => File.Exists(Checkout.At(f)));
    }
}
