using System.Diagnostics;
using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace SmartNic.Proof.Tests;

/// <summary>Runs a program in the repository, and fails the test with its output.</summary>
internal static class Script
{
    public static string Root { get; } = Find();

    public static string Configuration => Path.GetFileName(
        Path.GetDirectoryName(TestContext.CurrentContext.TestDirectory.TrimEnd('/')))!;

    /// <summary>Output and exit code; null where it took longer than the limit.</summary>
    public static (int? Code, string Output) Run(
        TimeSpan limit, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        bool isDone = process.WaitForExit(limit);
        if (!isDone)
        {
            process.Kill(entireProcessTree: true);
        }

        return (isDone ? process.ExitCode : null, output.Result + errors.Result);
    }

    public static void MustPass(
        TimeSpan limit, string program, params IEnumerable<string> arguments)
    {
        var (code, output) = Run(limit, program, arguments);
        TestContext.Out.WriteLine(output);
        Assert.That(code, Is.Zero, code == null ? $"not within {limit.TotalSeconds} s" : output);
    }

    /// <summary>Fails, naming the command that helps, where a tool is not installed.</summary>
    public static void Needs(params IEnumerable<string> tools)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(':');
        var missing = tools.Where(t => !folders.Any(f => File.Exists(Path.Combine(f, t))));
        Assert.That(missing, Is.Empty, "not installed; run: make -f fpga.mk setup");
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
