using System.Diagnostics;

namespace SmartNic.Bench;

/// <summary>How long it takes to build what is generated, from nothing.</summary>
internal static class BuildBench
{
    /// <summary>Compiles the kernels and verilates the board into a folder of their own.</summary>
    /// <param name="root">The repository.</param>
    public static BuildTimes Run(string root)
    {
        string folder = Directory.CreateTempSubdirectory("snic-bench").FullName;
        try
        {
            string kernels = Path.Combine(folder, "kernels");
            string compiler = Path.Combine(root, "build/bin/snic-hls");
            double compile = Time(root, compiler, ["build", "hls/kernels", "--out", kernels]);
            double board = Time(root, "make",
                ["-s", "-f", "sim/verilator/Makefile", "W=512", "IF=1", $"OUT={folder}/board"]);
            return new BuildTimes(
                compile, Directory.GetFiles(kernels, "*_kernel.v").Length, board);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Time(string root, string program, IEnumerable<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return process.ExitCode == 0
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{program}: {output.Result}{errors.Result}");
    }
}
