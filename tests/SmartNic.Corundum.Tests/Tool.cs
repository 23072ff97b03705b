using System.Diagnostics;
using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace SmartNic.Corundum.Tests;

/// <summary>Runs programs at the top of the repository, and finds its RTL.</summary>
internal static class Tool
{
    public static string Root { get; } = Find();

    /// <summary>Every RTL source, packages first, relative to the root.</summary>
    public static IReadOnlyList<string> Sources { get; } = Directory
        .EnumerateFiles(Path.Combine(Root, "hw"), "*.*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f))
        .Where(f => f.Contains("/rtl/", StringComparison.Ordinal)
            && Path.GetExtension(f) is ".sv" or ".v")
        .OrderBy(f => f.EndsWith("_pkg.sv", StringComparison.Ordinal) ? 0 : 1)
        .ThenBy(f => f, StringComparer.Ordinal).ToArray();

    /// <summary>Folders of generated headers, relative to the root.</summary>
    public static IReadOnlyList<string> Includes { get; } = Sources
        .Select(f => Path.GetDirectoryName(f)!)
        .Where(f => f.EndsWith("/gen", StringComparison.Ordinal)).Distinct().ToArray();

    public static (int Code, string Output) Run(
        TimeSpan limit, string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program}: not within {limit.TotalSeconds} s");
        }

        return (process.ExitCode, output.Result + errors.Result);
    }

    public static string MustPass(
        TimeSpan limit, string folder, string program, params IEnumerable<string> arguments)
    {
        var (code, output) = Run(limit, folder, program, arguments);
        Assert.That(code, Is.Zero, output);
        return output;
    }

    private static string Find([CallerFilePath] string here = "")
    {
        string? at = Path.GetDirectoryName(here);
        while (at != null && !File.Exists(Path.Combine(at, "SmartNic.sln")))
        {
            at = Path.GetDirectoryName(at);
        }

        return at ?? throw new InvalidOperationException("SmartNic.sln is not above this file");
    }
}
