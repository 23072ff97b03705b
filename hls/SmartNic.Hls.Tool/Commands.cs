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
        for (int i = 1; i < args.Length; i++)
        {
            if (args[i] == "--out" && i + 1 < args.Length) folder = args[++i];
            else if (args[i].StartsWith('-')) return Wrong($"unknown option {args[i]}");
            else files.Add(args[i]);
        }
        if (args[0] == "types") return folder == null ? Wrong("--out DIR is missing")
            : Types(folder);
        if (files.Count == 0) return Wrong("no input files");
        return args[0] switch
        {
            "build" => folder == null ? Wrong("--out DIR is missing") : Build(files, folder),
            "check" => Check(files),
            "explain" => Explain(files),
            "prove" => Prove(files),
            _ => Wrong($"unknown verb {args[0]}"),
        };
    }

    private static int Wrong(string message)
    {
        Console.Error.WriteLine($"snic-hls: {message}\n{Help}");
        return ExitCodes.Usage;
    }

    private static int Build(List<string> files, string folder)
    {
        var watch = Stopwatch.StartNew();
        Directory.CreateDirectory(folder);
        foreach (var kernel in Compiler.FromFiles(files).Compile())
        {
            foreach (var (name, text) in kernel.Files)
                File.WriteAllText(Path.Combine(folder, name), text);
            Console.WriteLine(Summary(kernel));
        }
        Console.WriteLine($"{watch.ElapsedMilliseconds} ms");
        return ExitCodes.Success;
    }

    private static int Check(List<string> files)
    {
        foreach (var kernel in Compiler.FromFiles(files).Compile())
            Console.WriteLine($"{kernel.Name}: ok");
        return ExitCodes.Success;
    }

    private static int Explain(List<string> files)
    {
        foreach (var kernel in Compiler.FromFiles(files).Compile())
        {
            Console.WriteLine(Summary(kernel));
            foreach (string line in kernel.Explain()) Console.WriteLine($"  {line}");
        }
        return ExitCodes.Success;
    }

    private static int Prove(List<string> files)
    {
        var compiler = Compiler.FromFiles(files);
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
