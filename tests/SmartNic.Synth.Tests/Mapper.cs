using NUnit.Framework;
using SmartNic.Synth.Blocks;

namespace SmartNic.Synth.Tests;

/// <summary>Maps a few lines of Verilog through the real Yosys.</summary>
internal static class Mapper
{
    public static BlockResult Map(string module, string verilog, string family = "xcup") =>
        Map(module, verilog, [], family);

    public static BlockResult Map(
        string module, string verilog, Dictionary<string, int> parameters, string family = "xcup")
    {
        // Tests run side by side, some with the same module: a folder each.
        string folder = Path.Combine(
            TestContext.CurrentContext.WorkDirectory, "synth", TestContext.CurrentContext.Test.ID);
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, module + ".sv");
        File.WriteAllText(file, verilog);
        var job = new SynthJob("test", module, [file], [], parameters, IsKernel: true);
        var yosys = new Yosys(folder, family, TimeSpan.FromSeconds(60));
        return Synthesis.RunAsync(yosys, job).GetAwaiter().GetResult();
    }
}
