using System.Diagnostics;

namespace SmartNic.Hls.Prove;

/// <summary>Runs Yosys, ABC and other tools that must be on the PATH.</summary>
internal static class ExternalTool
{
    /// <summary>More wall-clock time than this many times a limit means that a tool
    /// hangs.</summary>
    private const int Patience = 20;

    private const int Killed = 128, OutOfTime = 24;

    /// <summary>Standard output and error of a run.</summary>
    /// <exception cref="InvalidOperationException">The tool is missing or fails.</exception>
    public static string Run(string folder, string tool, params string[] arguments) =>
        Start(TimeSpan.FromMinutes(10), folder, tool, arguments)
            ?? throw new ToolException($"{tool} did not end in ten minutes");

    /// <summary>
    /// The same, or null when it has used so much processor time: not wall-clock time, because
    /// what else a machine does must not change what is proved on it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The tool is missing or fails.</exception>
    public static string? RunWithin(
        TimeSpan limit, string folder, string tool, params string[] arguments) => Start(
            Patience * limit, folder, "sh", ["-c", "ulimit -S -t $0; exec \"$@\"",
                $"{Math.Ceiling(limit.TotalSeconds)}", tool, .. arguments]);

    private static string? Start(
        TimeSpan patience, string folder, string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)
            ?? throw new ToolException($"{tool} did not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return null;
        }
        if (process.ExitCode == Killed + OutOfTime) return null;
        string all = output.Result + error.Result;
        if (process.ExitCode > Killed)
            throw new ToolException($"{tool} was ended by signal {process.ExitCode - Killed}");
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{tool} failed ({process.ExitCode}): {Tail(all)}");
        return all;
    }

    private static string Tail(string text) => text.Length <= 1000 ? text : text[^1000..];
}
