using System.Runtime.CompilerServices;

namespace SmartNic.Testing;

/// <summary>The checkout that the tests are part of.</summary>
public static class Checkout
{
    /// <summary>The folder with SmartNic.sln, absolute.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file or folder below the root, absolute.</summary>
    public static string At(params ReadOnlySpan<string> names) =>
        Path.Combine([Root, .. names]);

    /// <summary>Release or Debug: how the running tests were built.</summary>
    public static string Configuration { get; } = Path.GetFileName(
        Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;

    private static string Find([CallerFilePath] string here = "")
    {
        string? at = Path.GetDirectoryName(here);
        while (at is not null && !File.Exists(Path.Combine(at, "SmartNic.sln")))
        {
            at = Path.GetDirectoryName(at);
        }

        return at ?? throw new InvalidOperationException("SmartNic.sln is not above this file");
    }
}
