namespace SmartNic.Cli.Tests;

/// <summary>A folder of one test, gone after it.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo info = Directory.CreateTempSubdirectory("snic-cli-");

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => Path.Combine(info.FullName, name);

    /// <summary>Names of what is in it, hidden files included.</summary>
    public string[] Names =>
        [.. info.EnumerateFileSystemInfos().Select(i => i.Name).Order(StringComparer.Ordinal)];

    /// <summary>Writes a file and says where.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => info.Delete(recursive: true);
}
