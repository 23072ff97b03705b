using System.Diagnostics;
using SmartNic.Synth.Blocks;

namespace SmartNic.Synth;

/// <summary>Yosys could not map a module.</summary>
/// <param name="message">Module, reason, and the last lines of the log.</param>
public sealed class YosysException(string message) : Exception(message);

/// <summary>Maps modules with Yosys, each in a process of its own.</summary>
/// <param name="Folder">Where netlists and logs go.</param>
/// <param name="Family">Device family of `synth_xilinx`.</param>
/// <param name="Limit">Longest run.</param>
public sealed record Yosys(string Folder, string Family, TimeSpan Limit)
{
    /// <summary>
    /// LUTs of 7 to 9 inputs out of several LUTs and MUXF7..9. This Yosys makes trees of xor of
    /// them too, which doubles their area; without, areas compare better.
    /// </summary>
    public bool HasWideLuts { get; init; } = true;

    /// <summary>Maps a module.</summary>
    /// <param name="job">What to map.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <returns>The netlist's path.</returns>
    /// <exception cref="YosysException">Yosys is missing, failed, or took too long.</exception>
    public async Task<string> MapAsync(SynthJob job, CancellationToken cancellation = default)
    {
        string netlist = Path.Combine(Folder, job.Module + ".json");
        await RunAsync(job, job.Module,
            Script(job, " -flatten", $"json -o \"{netlist}\" {job.Module}"), cancellation);
        return netlist;
    }

    /// <summary>
    /// Maps the memories of a module, and leaves its logic alone. Modules stay apart, so that each
    /// is mapped once.
    /// </summary>
    /// <param name="job">What to map.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <returns>Path of what <c>stat</c> says.</returns>
    /// <exception cref="YosysException">Yosys is missing, failed, or took too long.</exception>
    public async Task<string> MapMemoriesAsync(
        SynthJob job, CancellationToken cancellation = default)
    {
        string stat = Path.Combine(Folder, job.Module + ".memories");
        await RunAsync(job, job.Module + "-memories",
            Script(job, " -run begin:map_ffram", $"tee -o {stat} stat"), cancellation);
        return stat;
    }

    private async Task RunAsync(
        SynthJob job, string name, string text, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        string log = Path.Combine(Folder, name + ".log");
        string script = Path.Combine(Folder, name + ".ys");
        await File.WriteAllTextAsync(script, text, cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        using Process process = Start(["-q", "-l", log, "-s", script]);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new YosysException(
                $"{job.Module}: not mapped within {Limit.TotalSeconds:0} s; see {log}");
        }

        await output;
        if (process.ExitCode != 0)
        {
            var last = (await errors).Split('\n').Where(l => !l.StartsWith("Warning"));
            throw new YosysException(
                $"{job.Module}: {string.Join('\n', last.TakeLast(5)).Trim()}; see {log}");
        }
    }

    /// <summary>
    /// The classic ABC: its mapper minimises depth; ABC9 has no delays for UltraScale+ in this
    /// Yosys. No pads, no clock buffers: blocks are mapped out of context.
    /// </summary>
    private string Script(SynthJob job, string part, string end)
    {
        string set = string.Concat(job.Parameters.Select(p => $" -chparam {p.Key} {p.Value}"));
        string include = string.Join(' ', job.Includes.Select(f => $"-I\"{f}\""));
        string files = string.Join(' ', job.Files.Select(f => $"\"{f}\""));
        string hierarchy = set.Length == 0 ? "" : $"hierarchy -top {job.Module}{set}";
        string wide = HasWideLuts ? "" : " -nowidelut";
        string uram = Family == "xcup" ? " -uram" : "";
        return $"""
            read_verilog -sv -DSYNTHESIS {include} {files}
            {hierarchy}
            synth_xilinx -family {Family}{part} -noiopad -noclkbuf{uram}{wide} -top {job.Module}
            {end}

            """;
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("yosys", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new YosysException("yosys is not installed; run: make -f fpga.mk setup");
        }
    }
}
