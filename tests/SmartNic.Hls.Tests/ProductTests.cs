using NUnit.Framework;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tests;

/// <summary>The emitted product is the product: all operands of small ones, many of large
/// ones.</summary>
public sealed class ProductTests
{
    // a, b, p, ports of the slice, bits of the operands that are counted through.
    [TestCase(7, 3, 10, 4, 3, TestName = "A product of two slices, every operand")]
    [TestCase(3, 7, 10, 4, 3, TestName = "The second factor is cut")]
    [TestCase(7, 3, 6, 4, 3, TestName = "A product whose top is not needed")]
    [TestCase(5, 5, 10, 9, 9, TestName = "A product of one slice, every operand")]
    [TestCase(37, 14, 51, 26, 17, TestName = "The meter's product, corners and random operands")]
    [TestCase(64, 64, 64, 26, 17, TestName = "A product of ten tiles, its top not kept")]
    [TestCase(64, 64, 128, 26, 17, TestName = "A product of twelve tiles")]
    [TestCase(8, 6, 14, 4, 3, TestName = "A product of four small tiles")]
    [TestCase(32, 32, 32, 26, 17, TestName = "A product of 32 bits")]
    public void IcarusMultiplies(int a, int b, int p, int wide, int narrow)
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-product-").FullName;
        string text = new ProductEmitter(wide, narrow).Emit("product", a, b, p);
        File.WriteAllText(Path.Combine(folder, "product.v"), text);
        File.WriteAllText(Path.Combine(folder, "bench.v"), Bench(a, b, p,
            new ProductEmitter(wide, narrow).Latency(a, b, p)));
        ExternalTool.Run(folder, "iverilog", "-g2001", "-o", "bench", "product.v", "bench.v");
        string log = ExternalTool.Run(folder, "vvp", "-n", "bench");
        Assert.That(log.Trim(), Is.EqualTo("done"));
        Assert.That(text.Contains("high_q"), Is.EqualTo(
            Math.Min(a, b) <= narrow && Math.Max(a, b) > wide));
        Directory.Delete(folder, true);
    }

    /// <summary>A new pair of operands every clock; each result is looked for where the latency
    /// says.</summary>
    private static string Bench(int a, int b, int p, int latency) => $$"""
        module bench;
          reg clk = 0;
          reg [{{a - 1}}:0] a = 0;
          reg [{{a * latency - 1}}:0] as = 0;
          reg [{{b - 1}}:0] b = 0;
          reg [{{b * latency - 1}}:0] bs = 0;
          wire [{{a - 1}}:0] a3 = as >> {{a * (latency - 1)}};
          wire [{{b - 1}}:0] b3 = bs >> {{b * (latency - 1)}};
          wire [{{p - 1}}:0] p;
          wire [{{p - 1}}:0] want = { {{p}}'d0, a3 } * { {{p}}'d0, b3 };
          integer i;
          product dut (.clk(clk), .a(a), .b(b), .p(p));
          initial begin
            for (i = 0; i < 20000; i = i + 1) begin
              if ({{a + b}} <= 12) {a, b} = i;
              else begin
                a = { $random, $random };
                b = { $random, $random };
                if (i % 7 == 0) a = ~0;
                if (i % 5 == 0) b = ~0;
              end
              #1 clk = 1;
              as = {as, a};
              bs = {bs, b};
              #1 if (i > {{latency}} && p !== want) begin
                $display("%h * %h is %h, not %h", a3, b3, p, want);
                $finish;
              end
              clk = 0;
              #1;
            end
            $display("done");
          end
        endmodule
        """;
}
