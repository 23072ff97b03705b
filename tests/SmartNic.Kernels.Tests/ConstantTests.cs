using System.Diagnostics;
using System.Globalization;
using System.Text;
using NUnit.Framework;
using SmartNic.Hls;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>One definition: a constant changed in a kernel changes both backends alike.</summary>
public sealed class ConstantTests
{
    private const string Original = "const byte Udp = 17;";

    private static readonly byte[] Protocols = [17, 136];

    /// <summary>Runs the changed kernel natively, over empty tables.</summary>
    private const string Probe = """
        using SmartNic.Hls.Language;
        using SmartNic.Kernels;

        public static class Probe
        {
            public static int Reason(byte[] frame, RxTables tables)
            {
                var buffer = new byte[Window.BufferBytes];
                frame.CopyTo(buffer, 0);
                RxMeta meta = default;
                meta.Length = (U14)(uint)frame.Length;
                return (byte)RxPipeline.Run(new Window(buffer), meta, tables).Reason;
            }
        }
        """;

    [TestCase(17)]
    [TestCase(136)]
    public void BothBackendsFollow(int protocol)
    {
        var sources = KernelSources.Read()
            .Select(s => (s.Path, Text: s.Text.Replace(
                Original, $"const byte Udp = {protocol};", StringComparison.Ordinal)))
            .ToList();
        Assert.That(sources.Count(s => s.Text.Contains($"byte Udp = {protocol}",
            StringComparison.Ordinal)), Is.EqualTo(1));

        byte[][] frames = [.. Protocols.Select(p => Frames.Ethernet(2, 4, 0x0800,
            Frames.Ipv4("192.0.2.2", "192.0.2.1", p,
                Frames.Udp(50000, 4789, Frames.Vxlan(100, new byte[60])))))];
        int[] expected = [.. Protocols.Select(p => p == protocol
            ? (int)Reasons.ForeignAddress : (int)Reasons.NotTunnel)];

        var native = KernelSources.ToNative(sources, Probe).GetType("Probe")!.GetMethod("Reason")!;
        var tables = EmptyTables.Of(native.GetParameters()[1].ParameterType);
        var reasons = frames.Select(f => (int)native.Invoke(null, [f, tables])!);
        Assert.That(reasons, Is.EqualTo(expected), "native");

        CompiledKernel kernel = KernelSources.ToVerilog(sources)
            .Single(k => k.Name == "snic_rx_kernel");
        Assert.That(Simulate(kernel, frames), Is.EqualTo(expected), "Verilog");
    }

    /// <summary>Reasons of the frames by Icarus Verilog, tables answering zeros.</summary>
    private static List<int> Simulate(CompiledKernel kernel, byte[][] frames)
    {
        string folder = Directory.CreateTempSubdirectory("snic-constant-").FullName;
        try
        {
            foreach (var (name, text) in kernel.Files)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
            }

            File.WriteAllText(Path.Combine(folder, "bench.v"), Bench(kernel, frames));
            var sources = kernel.Files.Keys.Append("bench.v")
                .Where(f => Path.GetExtension(f) is ".v" or ".sv");
            Shell($"iverilog -g2012 -o bench {string.Join(' ', sources)}", folder);
            return Shell("vvp -n bench", folder)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToList();
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string Bench(CompiledKernel kernel, byte[][] frames)
    {
        var b = new StringBuilder("module bench;\nreg clk = 0, rst = 1, valid = 0;\n");
        b.AppendLine("reg [13:0] length = 0; reg [1535:0] w = 0; wire [7:0] reason; wire done;");
        b.AppendLine("snic_rx_kernel dut(.clk(clk), .rst(rst),");
        b.AppendLine("  .in_valid(valid), .out_valid(done),");
        for (int i = 0; i < 24; i++)
        {
            int top = 1535 - (64 * i);
            b.AppendLine(CultureInfo.InvariantCulture, $"  .frame_{i}(w[{top} -: 64]),");
        }

        b.AppendLine("""
              .meta_length(length), .meta_sum(16'd0), .meta_time_ns(64'd0),
              .meta_gen(1'b0), .meta_bad(1'b0),
              .meta_oversize(1'b0), .meta_interface(4'd0), .out_reason(reason),
              .meta_hash_key(64'd0), .endpoint_a_rd_data(512'd0), .endpoint_b_rd_data(512'd0),
              .vni_a_rd_data(512'd0), .vni_b_rd_data(512'd0), .policy_rd_data(512'd0),
              .source_a_rd_data(512'd0), .source_b_rd_data(512'd0), .meter_rd_data(512'd0),
              .meter_state_result(2'd0));
            always #2 clk = ~clk;
            always @(posedge clk) if (done) $display("%0d", reason);
            initial begin
              repeat (3) @(negedge clk); rst = 0;
            """);
        foreach (byte[] frame in frames)
        {
            var window = new byte[192];
            frame.CopyTo(window, 0);
            b.AppendLine(CultureInfo.InvariantCulture,
                $"  @(negedge clk); valid = 1; length = {frame.Length};");
            b.AppendLine($"  w = 1536'h{Convert.ToHexString(window)};");
        }

        b.AppendLine("  @(negedge clk); valid = 0;");
        b.AppendLine(CultureInfo.InvariantCulture,
            $"  repeat ({kernel.Latency + 2}) @(negedge clk); $finish;");
        return b.AppendLine("end\nendmodule").ToString();
    }

    private static string Shell(string command, string folder)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, command);
        return output;
    }
}
