using System.CommandLine;
using System.Diagnostics;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Hls;

/// <summary>
/// <c>snic hls ...</c>: hands everything to <c>snic-hls</c>, where that is installed. The compiler
/// is a program of its own, so that snic stays small.
/// </summary>
internal static class HlsCommand
{
    /// <summary>The word that is handed on.</summary>
    public const string Name = "hls";

    private const string Program = "snic-hls";

    /// <summary>The entry in the help; <see cref="RunAsync"/> does the work.</summary>
    public static Command Create()
    {
        var words = new Argument<string[]>("ARGS")
        {
            Description = "What snic-hls takes; see: snic hls --help",
            Arity = ArgumentArity.ZeroOrMore,
        };
        return new Verb(Name, "Compile C# kernels to Verilog, if snic-hls is installed",
            "snic hls build parser.cs --prove --cosim 100000")
        {
            words,
        };
    }

    /// <summary>Runs <c>snic-hls</c> with the same input and output; its exit code.</summary>
    /// <exception cref="CliException">It is not installed.</exception>
    public static async Task<int> RunAsync(IEnumerable<string> args, CancellationToken cancel)
    {
        var program = Candidates().FirstOrDefault(File.Exists) ?? throw new CliException(
            ExitCode.Failure, $"{Program} is neither beside snic nor on the PATH",
            "it is built in a checkout: make -f fpga.mk build leaves it in build/bin");
        using var process = Process.Start(new ProcessStartInfo(program, args))!;
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    /// <summary>Beside snic, in the checkout that snic was built in, on the PATH.</summary>
    private static IEnumerable<string> Candidates()
    {
        var here = AppContext.BaseDirectory.TrimEnd('/');
        yield return Path.Combine(here, Program);
        var configuration = Path.GetFileName(Path.GetDirectoryName(here)) ?? string.Empty;
        yield return Path.GetFullPath(Path.Combine(here, "../../../../../hls/SmartNic.Hls.Tool/bin",
            configuration, Path.GetFileName(here), Program));
        var folders = Environment.GetEnvironmentVariable("PATH") ?? string.Empty;
        foreach (var folder in folders.Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Path.Combine(folder, Program);
        }
    }
}
