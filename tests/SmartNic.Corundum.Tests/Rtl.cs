namespace SmartNic.Corundum.Tests;

/// <summary>The RTL of the checkout.</summary>
internal static class Rtl
{
    /// <summary>Every RTL source, packages first, relative to the root.</summary>
    public static IReadOnlyList<string> Sources { get; } = Directory
        .EnumerateFiles(Checkout.At("hw"), "*.*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Checkout.Root, f))
        .Where(f => f.Contains("/rtl/", StringComparison.Ordinal)
            && Path.GetExtension(f) is ".sv" or ".v")
        .OrderBy(f => f.EndsWith("_pkg.sv", StringComparison.Ordinal) ? 0 : 1)
        .ThenBy(f => f, StringComparer.Ordinal).ToArray();

    /// <summary>Folders of generated headers, relative to the root.</summary>
    public static IReadOnlyList<string> Includes { get; } = Sources
        .Select(f => Path.GetDirectoryName(f)!)
        .Where(f => f.EndsWith("/gen", StringComparison.Ordinal)).Distinct().ToArray();
}
