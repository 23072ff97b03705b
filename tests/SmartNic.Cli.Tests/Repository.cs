using System.Runtime.CompilerServices;

namespace SmartNic.Cli.Tests;

/// <summary>Where things of the repository are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>
    /// A capture recorded by others, which is read where it lies: in the folder that SNIC_CAPTURES
    /// names, or in ../shared/captures beside the repository. Skips the test where it is absent.
    /// </summary>
    public static string ForeignCapture(string name)
    {
        var folder = Environment.GetEnvironmentVariable("SNIC_CAPTURES")
            ?? Path.GetFullPath(Path.Combine(Root, "..", "shared", "captures"));
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            Assert.Ignore($"{path} is not there; name the folder of {name} in SNIC_CAPTURES");
        }

        return path;
    }

    private static string Find([CallerFilePath] string here = "")
    {
        var at = Path.GetDirectoryName(here);
        while (at is not null && !File.Exists(Path.Combine(at, "SmartNic.sln")))
        {
            at = Path.GetDirectoryName(at);
        }

        return at ?? throw new InvalidOperationException("SmartNic.sln is not above this file");
    }
}
