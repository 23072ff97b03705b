using SmartNic.Testing;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>Runs <c>snic-hls</c> in this process.</summary>
internal static class Snic
{
    public static (int Code, string Output, string Error) Hls(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = HlsTool.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>A kernel of the compiler's own tests.</summary>
    public static string Kernel(string file) =>
        Checkout.At("tests", "SmartNic.Hls.Tests", "ShouldCompile", file);
}

/// <summary>A temporary folder.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("snic-hls-test-").FullName;

    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, true);
}
