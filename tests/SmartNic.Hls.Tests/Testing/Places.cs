using System.Reflection;

namespace SmartNic.Hls.Tests.Testing;

/// <summary>Folders of the source tree.</summary>
internal static class Places
{
    public static string Folder => Metadata("Folder");

    public static string Repository => Metadata("Repository");

    public static IEnumerable<string> Files(string folder) => Directory
        .GetFiles(Path.Combine(Folder, folder), "*.cs").Order(StringComparer.Ordinal)
        .Select(f => Path.GetFileName(f));

    public static Compiler Compile(string name, CompilerOptions? options = null)
    {
        string path = Path.Combine(Folder, "ShouldCompile", name);
        return new([(name, File.ReadAllText(path))], options);
    }

    private static string Metadata(string key) => Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
