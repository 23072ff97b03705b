using System.Numerics;
using System.Text;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tests.Testing;

/// <summary>
/// A kernel in Verilator with its state, in the shells of hw/: vectors go in from a file with
/// random gaps, what
/// leaves with out_valid goes to another.
/// </summary>
internal sealed partial class Cosimulation : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snic-hls-cosim-").FullName;
    private readonly CompiledKernel _kernel;
    private readonly Bench _bench;
    private readonly int _inWords;
    private readonly int _outWords;

    public Cosimulation(CompiledKernel kernel, Bench bench)
    {
        (_kernel, _bench) = (kernel, bench);
        _inWords = Words(kernel.Pipeline.Design.Inputs.Sum(p => p.Node.Width));
        _outWords = Words(kernel.Pipeline.Design.Outputs.Sum(p => p.Node.Width));
        foreach (var (name, text) in kernel.Files) File.WriteAllText(At(name), text);
        foreach (var memory in kernel.Pipeline.Design.Memories)
            File.WriteAllLines(At(memory.Name + ".hex"),
                bench.Contents(memory.Name).Select(v => v.ToString("x")));
        File.WriteAllText(At("top.v"), Top());
        File.WriteAllText(At("main.cpp"), Main());
        ExternalTool.Run(_folder, "verilator", "--cc", "--exe", "--build", "-O3", "-Wno-fatal",
            "-MAKEFLAGS", "CXX=clang++ LINK=clang++ OPT_FAST=-O1", "--top-module", "top",
            "-y", Rtl("meter"), "-y", Rtl("lib"), "+libext+.sv", "top.v", "main.cpp");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    public List<BigInteger[]> Run(IReadOnlyList<Vector> vectors, int seed)
    {
        using (var file = File.Create(At("in.bin")))
            foreach (var v in vectors) file.Write(Pack(v.Inputs));
        ExternalTool.Run(_folder, At("obj_dir/Vtop"), $"{(uint)seed}");
        var all = File.ReadAllBytes(At("out.bin"));
        return [.. all.Chunk(_outWords * 4).Select(Unpack)];
    }

    // At least three words, so that Verilator's port is always an array.
    private static int Words(int bits) => Math.Max(3, (bits + 31) / 32);

    private static string Rtl(string block) => Path.Combine(Places.Repository, "hw", block, "rtl");

    private string At(string name) => Path.Combine(_folder, name);

    private byte[] Pack(BigInteger[] inputs)
    {
        BigInteger all = 0;
        int at = 0;
        foreach (var (value, port) in inputs.Zip(_kernel.Pipeline.Design.Inputs))
        {
            all |= value << at;
            at += port.Node.Width;
        }
        var bytes = new byte[_inWords * 4];
        all.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private BigInteger[] Unpack(byte[] bytes)
    {
        var all = new BigInteger(bytes, isUnsigned: true);
        return [.. _kernel.Pipeline.Design.Outputs.Select(p =>
        {
            var value = all & Bits.Mask(p.Node.Width);
            all >>= p.Node.Width;
            return value;
        })];
    }

    private string Top()
    {
        var design = _kernel.Pipeline.Design;
        var text = new StringBuilder($"module top (input clk, input rst, input in_valid, "
            + $"output out_valid, input [{_inWords * 32 - 1}:0] i, "
            + $"output [{_outWords * 32 - 1}:0] o);\n");
        var ports = new List<string>
        {
            ".clk(clk), .rst(rst), .in_valid(in_valid), .out_valid(out_valid)",
        };
        int input = 0, output = 0;
        foreach (var (name, isInput, width) in KernelEmitter.PortsOf(design))
        {
            bool memory = design.Memories.Any(m =>
                name.StartsWith(m.Name + "_", StringComparison.Ordinal));
            string wire = memory ? name
                : isInput ? $"i[{input} +: {width}]" : $"o[{output} +: {width}]";
            if (memory) text.Append($"wire [{width - 1}:0] {name};\n");
            else if (isInput) input += width;
            else output += width;
            ports.Add($".{name}({wire})");
        }
        text.Append($"assign o[{_outWords * 32 - 1}:{output}] = 0;\n");
        foreach (var m in design.Memories) Memory(text, m);
        text.Append($"{_kernel.Name} k ({string.Join(", ", ports)});\nendmodule\n");
        return text.ToString();
    }

    private string Main() => $$"""
        #include "Vtop.h"
        #include "verilated.h"
        #include <cstdio>
        #include <cstdlib>
        #include <cstring>
        int main(int, char** argv) {
          unsigned seed = strtoul(argv[1], nullptr, 10), in[{{_inWords}}];
          FILE* f = fopen("{{At("in.bin")}}", "rb");
          FILE* g = fopen("{{At("out.bin")}}", "wb");
          Vtop* top = new Vtop;
          auto clock = [&] { top->clk = 0; top->eval(); top->clk = 1; top->eval(); };
          top->rst = 1; top->in_valid = 0; clock(); clock(); top->rst = 0;
          for (int left = {{_kernel.Latency + 4}}; left > 0;) {
            seed = seed * 1664525u + 1013904223u;
            bool go = (seed >> 24) % 4 != 0 && fread(in, sizeof in, 1, f) == 1;
            if (feof(f)) left--;
            top->in_valid = go;
            // Between packets the inputs are noise.
            for (unsigned i = 0; i < {{_inWords}}; i++) top->i[i] = go ? in[i] : seed * (i + 7);
            clock();
            if (top->out_valid) fwrite(&top->o[0], 4, {{_outWords}}, g);
          }
          fclose(g);
          return 0;
        }
        """;
}
