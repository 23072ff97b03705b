using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>
/// Compares two emitted texts of one kernel, registers transparent, ports by name. Most errors that
/// change a text move registers or gates; next to the right text that is soon seen, where the plain
/// lowering is far away.
/// </summary>
internal static class TextEquality
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private const string Transparent = """
        module \$dff (CLK, D, Q);
          parameter WIDTH = 1;
          parameter CLK_POLARITY = 1;
          input CLK;
          input [WIDTH-1:0] D;
          output [WIDTH-1:0] Q;
          assign Q = D;
        endmodule

        """;

    /// <summary>Modules that are not shown to be equal for all inputs: they differ, if only
    /// where no path looks, or it is not known.</summary>
    /// <param name="right">The right kernel.</param>
    /// <param name="files">The other text, by the same file names.</param>
    public static IReadOnlyList<string> Differing(
        CompiledKernel right, Dictionary<string, string> files)
    {
        return [.. right.Files.Keys.Where(f => f.EndsWith(".v", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f)).Where(module =>
            {
                string one = right.Files[module + ".v"], other = files[module + ".v"];
                return !Renaming.Same(one, other)
                    && !Same(module, Cut(right, module, one), Cut(right, module, other));
            })];
    }

    /// <summary>What a module holds of others, cut out.</summary>
    private static string Cut(CompiledKernel kernel, string module, string text) =>
        ProvedModule.Of(kernel.WithText(module + ".v", text)).FirstOrDefault(
            p => p.Name == module)?.Text ?? text;

    /// <summary>Whether it is shown that two texts of a module are equal for all
    /// inputs.</summary>
    public static bool Same(string module, string one, string other)
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-texts-").FullName;
        try
        {
            return Same(module, one, other, folder);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static bool Same(string module, string one, string other, string folder)
    {
        void Write(string name, string text) =>
            File.WriteAllText(Path.Combine(folder, name), text);
        Write("right.v", one);
        Write("changed.v", other);
        Write("dff.v", Transparent);
        string Side(string name) => $"design -reset; read_verilog {name}.v; "
            + $"hierarchy -top {module}; proc; flatten; opt_clean; techmap -map dff.v; opt_expr; "
            + $"opt_clean; techmap; opt_expr; opt_clean; aigmap; "
            + $"write_aiger -symbols {name}.aig; ";
        ExternalTool.Run(folder, "yosys", "-q", "-p", Side("right") + Side("changed"));
        return ExternalTool.RunWithin(Limit, folder, "yosys-abc", "-c",
            "cec right.aig changed.aig") is { } log && Prover.IsEqual(log);
    }
}
