using System.CommandLine;
using System.Text;
using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Prove;
using SmartNic.Synth.Netlists;

namespace SmartNic.Synth.Examples;

/// <summary>`examples`: proves, co-simulates and maps every example; writes RESULTS.md.</summary>
public static class ExamplesCommand
{
    /// <summary>Where the table is, from the root of the repository.</summary>
    public const string File = "hls/examples/RESULTS.md";

    /// <summary>How examples are mapped.</summary>
    /// <param name="folder">Where netlists and logs go.</param>
    public static Yosys Mapper(string folder) =>
        new(folder, "xcup", TimeSpan.FromMinutes(5)) { HasWideLuts = false };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var root = new Option<DirectoryInfo>("--root")
        {
            Description = "repository",
            DefaultValueFactory = _ => new DirectoryInfo(Directory.GetCurrentDirectory()),
        };
        var vectors = new Option<long>("--vectors")
        {
            Description = "packets of the co-simulation",
            DefaultValueFactory = _ => 1_000_000,
        };
        var only = new Option<string[]>("--only")
        {
            Description = "names of examples; the lines of the others are kept",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var command = new Command("examples", $"Proves, runs and maps hls/examples; writes {File}.")
        {
            root, vectors, only,
        };
        command.SetAction(async parsed => await RunAsync(
            parsed.GetValue(root)!.FullName, parsed.GetValue(vectors), parsed.GetValue(only)!,
            Console.Out, Console.Error));
        return command;
    }

    /// <summary>Runs everything, or some; the lines of the others are kept.</summary>
    /// <returns>0 all good, 1 something is not proved or differs, 2 a tool failed, or there is no
    /// such example.</returns>
    public static async Task<int> RunAsync(string root, long vectors,
        IReadOnlyCollection<string> only, TextWriter output, TextWriter error)
    {
        try
        {
            var all = Example.All(root);
            if (only.FirstOrDefault(name => all.All(e => e.Name != name)) is { } unknown)
                throw new InvalidOperationException($"there is no example {unknown}; there are "
                    + string.Join(", ", all.Select(e => e.Name)));
            string[] kept = only.Count == 0 ? []
                : await System.IO.File.ReadAllLinesAsync(Path.Combine(root, File));
            var yosys = Mapper(Path.Combine(root, "build", "examples"));
            var areas = new StringBuilder();
            var checks = new StringBuilder();
            bool isGood = true;
            foreach (var example in all)
            {
                if (only.Count > 0 && !only.Contains(example.Name))
                {
                    string[] lines = [.. kept.Where(
                        l => l.StartsWith($"| {example.Name} |", StringComparison.Ordinal))];
                    if (lines.Length != 2)
                        throw new InvalidOperationException($"{File} has no lines of "
                            + $"{example.Name} to be kept: run without --only");
                    areas.Append(lines[0]).Append('\n');
                    checks.Append(lines[1]).Append('\n');
                    continue;
                }

                var row = await ExampleRow.MapAsync(yosys, example);
                areas.Append(row).Append('\n');
                var proofs = example.Prove();
                var hand = example.HasYardstick ? example.ProveYardstick() : [];
                int seed = Environment.TickCount;
                var report = Cosimulation.Run(example.Compiler, example.Kernel, vectors, seed);
                isGood &= proofs.Concat(hand).All(p => p.Proved) && report.Equal;
                checks.Append(Checks(example, proofs, hand, report)).Append('\n');
                output.WriteLine($"examples: {row}");
                foreach (var p in proofs.Concat(hand).Where(p => !p.Proved))
                    error.WriteLine($"examples: not proved: {p.What}: {p.Detail}");
                if (!report.Equal) error.WriteLine($"examples: {report.Module}: {report.Mismatch}");
            }

            await System.IO.File.WriteAllTextAsync(
                Path.Combine(root, File), Text(areas.ToString(), checks.ToString()));
            return isGood ? 0 : 1;
        }
        catch (Exception e) when (e is YosysException or NetlistException
            or InvalidOperationException or IOException)
        {
            error.WriteLine($"synth: {e.Message}");
            return 2;
        }
    }

    private static string Checks(Example example, IReadOnlyList<ProofResult> proofs,
        IReadOnlyList<ProofResult> hand, CosimReport report)
    {
        string Seconds(IReadOnlyList<ProofResult> all) => all.Count == 0 ? "-"
            : all.Any(p => !p.Proved) ? "NOT PROVED"
            : $"{all.Sum(p => p.Ms) / 1000.0:0.0} s";
        string by = string.Join("; ", proofs[0].Detail.Split("; ").Select(d => d.Split(':')[0]));
        return FormattableString.Invariant(
            $"| {example.Name} | {Seconds(proofs)} | {by} | {Seconds(hand)} | {report.Vectors} | ")
            + $"{(report.Equal ? "none" : "YES")} | {(uint)report.Seed} |";
    }

    private static string Text(string areas, string checks) => $"""
        # Results of the examples

        Written by `make -f fpga.mk examples`; do not edit.

        ## Area and levels
        Yosys' `synth_xilinx -family xcup -nowidelut`, no place and route. LUTs are logic LUTs with
        inverters; the ratio counts shift registers too. Levels are counted as in
        [SmartNic.Synth](../SmartNic.Synth/README.md): a carry chain is one, a product in a DSP
        slice without registers is seven. "By hand" are the modules in
        [tests/yardsticks](../../tests/yardsticks/README.md). An update of a memory is a module of
        its own: its area is added, and the longer path counts.

        {ExampleRow.Heads}
        {areas.TrimEnd()}

        ## Proofs and co-simulation
        Pipeline = plain lowering of the C#, and alignment; "by hand" is the same proof of the
        yardstick. Packets went through Verilator with random gaps and through the C# method.

        | example | proof | decided by | by hand | packets | mismatches | seed |
        |---|--:|---|--:|--:|---|--:|
        {checks.TrimEnd()}

        """;
}
