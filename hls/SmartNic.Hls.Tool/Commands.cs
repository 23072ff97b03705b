using System.Diagnostics;
using System.Globalization;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Types;

namespace SmartNic.Hls.Tool;

/// <summary>The verbs of <c>snic-hls</c>.</summary>
internal static class Commands
{
    private const string Help = """
        snic-hls - compiles kernels written in C# to pipelined Verilog

          snic-hls build FILES... --out DIR   write Verilog, include and JSON of every kernel
          snic-hls check FILES...             report errors only
          snic-hls explain FILES...           stages, register bits and timing of every kernel
          snic-hls prove FILES...             prove the emitted text equal to the plain lowering
          snic-hls types --out DIR            write the narrow types U1..U63

        build, check, explain and prove also take
          --clock 4ns|250MHz   --margin PERCENT   --family ultrascale+|7-series
          --latency N          exactly N clocks from input to output
        What is not given comes from [Kernel(...)].

        Exit codes: 0 done, 1 kernel rejected, 2 wrong usage, 3 not proved.
        """;

    public static int Run(string[] args)
    {
        if (args is [] or ["--help" or "-h" or "help", ..])
        {
            Console.WriteLine(Help);
            return args.Length == 0 ? ExitCodes.Usage : ExitCodes.Success;
        }
        string? folder = null;
        var files = new List<string>();
        var options = new CompilerOptions();
        for (int i = 1; i < args.Length; i++)
        {
            if (args[i] == "--out" && i + 1 < args.Length) folder = args[++i];
            else if (i + 1 < args.Length && Option(options, args[i], args[i + 1]) is { } more)
                (options, i) = (more, i + 1);
            else if (args[i].StartsWith('-')) return Wrong($"unknown option {args[i]}");
            else files.Add(args[i]);
        }
        if (args[0] == "types") return folder == null ? Wrong("--out DIR is missing")
            : Types(folder);
        if (files.Count == 0) return Wrong("no input files");
        return args[0] switch
        {
            "build" => folder == null ? Wrong("--out DIR is missing")
                : Build(Compiler.FromFiles(files, options), folder),
            "check" => Check(Compiler.FromFiles(files, options)),
            "explain" => Explain(Compiler.FromFiles(files, options)),
            "prove" => Prove(Compiler.FromFiles(files, options)),
            _ => Wrong($"unknown verb {args[0]}"),
        };
    }

    /// <summary>The options with one more, or null if this is none.</summary>
    private static CompilerOptions? Option(CompilerOptions options, string name, string value) =>
        name switch
        {
            "--clock" => options with { ClockNs = CompilerOptions.ParseClock(value) },
            "--margin" => options with
            {
                MarginPercent = CompilerOptions.ParseNumber(name, value),
            },
            "--family" => options with { Family = CompilerOptions.ParseFamily(value) },
            "--latency" => options with
            {
                Latency = (int)CompilerOptions.ParseNumber(name, value),
            },
            _ => null,
        };

    private static int Wrong(string message)
    {
        Console.Error.WriteLine($"snic-hls: {message}\n{Help}");
        return ExitCodes.Usage;
    }

    private static int Build(Compiler compiler, string folder)
    {
        var watch = Stopwatch.StartNew();
        Directory.CreateDirectory(folder);
        foreach (var kernel in compiler.Compile())
        {
            foreach (var (name, text) in kernel.Files)
                File.WriteAllText(Path.Combine(folder, name), text);
            Console.WriteLine(Summary(kernel));
        }
        Console.WriteLine($"{watch.ElapsedMilliseconds} ms");
        return ExitCodes.Success;
    }

    private static int Check(Compiler compiler)
    {
        foreach (var kernel in compiler.Compile())
            Console.WriteLine($"{kernel.Name}: ok");
        return ExitCodes.Success;
    }

    private static int Explain(Compiler compiler)
    {
        foreach (var kernel in compiler.Compile())
        {
            Console.WriteLine(Summary(kernel));
            foreach (string line in kernel.Explain()) Console.WriteLine($"  {line}");
        }
        return ExitCodes.Success;
    }

    private static int Prove(Compiler compiler)
    {
        bool all = true;
        foreach (var kernel in compiler.Compile())
            foreach (var result in new Prover(compiler).Prove(kernel))
            {
                all &= result.Proved;
                Console.WriteLine($"{(result.Proved ? "proved" : "NOT PROVED")}  {result.What} "
                    + $"({result.Ms} ms)" + (result.Proved ? "" : $": {result.Detail}"));
            }
        return all ? ExitCodes.Success : ExitCodes.NotProved;
    }

    private static string Summary(CompiledKernel kernel) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kernel.Name}: latency {kernel.Latency} clocks, {kernel.RegisterBits} register bits, "
        + $"worst stage {kernel.WorstStageNs:F2} ns (estimated)");

    private static int Types(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (int width in NarrowTypeGenerator.Widths)
            File.WriteAllText(Path.Combine(folder, NarrowTypeGenerator.FileName(width)),
                NarrowTypeGenerator.Source(width));
        return ExitCodes.Success;
    }
}
