using System.Diagnostics;
using NUnit.Framework;

namespace SmartNic.Testing;

/// <summary>Runs programs for tests, and fails the test with what they printed.</summary>
public static class Tool
{
    /// <summary>Runs a program at the top of the checkout.</summary>
    /// <returns>Exit code, null where it took longer than the limit; output and errors.</returns>
    public static (int? Code, string Output) Run(
        TimeSpan limit, string program, params IEnumerable<string> arguments) =>
        RunIn(Checkout.Root, limit, program, arguments);

    /// <summary>Runs a program in a folder.</summary>
    /// <returns>Exit code, null where it took longer than the limit; output and errors.</returns>
    public static (int? Code, string Output) RunIn(
        string folder, TimeSpan limit, string program, params IEnumerable<string> arguments)
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
        bool isDone = process.WaitForExit(limit);
        if (!isDone)
        {
            process.Kill(entireProcessTree: true);
        }

        return (isDone ? process.ExitCode : null, output.Result + errors.Result);
    }

    /// <summary>Runs a program at the top of the checkout, which must end with 0 in time.</summary>
    /// <returns>Output and errors.</returns>
    public static string MustPass(
        TimeSpan limit, string program, params IEnumerable<string> arguments) =>
        MustPassIn(Checkout.Root, limit, program, arguments);

    /// <summary>Runs a program in a folder, which must end with 0 in time.</summary>
    /// <returns>Output and errors.</returns>
    public static string MustPassIn(
        string folder, TimeSpan limit, string program, params IEnumerable<string> arguments)
    {
        var (code, output) = RunIn(folder, limit, program, arguments);
        TestContext.Out.WriteLine(output);
        Assert.That(code, Is.Zero,
            code is null ? $"{program}: not within {limit.TotalSeconds} s\n{output}" : output);
        return output;
    }

    /// <summary>Fails, naming the command that helps, where a tool is not installed.</summary>
    public static void Needs(params IEnumerable<string> tools)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(':');
        var missing = tools.Where(t => !folders.Any(f => File.Exists(Path.Combine(f, t))));
        Assert.That(missing, Is.Empty, "not installed; run: make -f fpga.mk setup");
    }
}
