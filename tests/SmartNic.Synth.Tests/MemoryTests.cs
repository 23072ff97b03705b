using NUnit.Framework;
using SmartNic.Synth.Analysis;

namespace SmartNic.Synth.Tests;

/// <summary>Memories, shift registers and multipliers whose answer is known.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MemoryTests
{
    private const string Ram = """
        module ram #(parameter int DEPTH = 1024)
            (input clk, we_i, input [$clog2(DEPTH)-1:0] w_i, r_i, input [35:0] d_i,
             output logic [35:0] q);
          logic [35:0] mem [DEPTH];
          always_ff @(posedge clk) begin
            if (we_i) mem[w_i] <= d_i;
            q <= mem[r_i];
          end
        endmodule
        """;

    [Test]
    public void ADelayLineIsAShiftRegister()
    {
        BlockResult result = Mapper.Map("delay", """
            module delay(input clk, input [3:0] d_i, output [3:0] d_o);
              logic [3:0] line_q [20];
              always_ff @(posedge clk) begin
                line_q[0] <= d_i;
                for (int i = 1; i < 20; i++) line_q[i] <= line_q[i-1];
              end
              assign d_o = line_q[19];
            endmodule
            """);
        Assert.Multiple(() =>
        {
            Assert.That(result.Area.ShiftRegister, Is.EqualTo(4));
            Assert.That(result.Area.FlipFlop, Is.LessThanOrEqualTo(4));
            Assert.That(result.Area.Lut, Is.Zero);
        });
    }

    [Test]
    public void AMemoryOf1024Times36IsOneBlockRam()
    {
        BlockResult result = Mapper.Map("ram", Ram);
        Assert.Multiple(() =>
        {
            Assert.That(result.Area.BlockRam36, Is.EqualTo(1));
            Assert.That(result.Area.LutRam, Is.Zero);
            Assert.That(result.ToRegister!.To, Does.StartWith("RAMB36E2 mem"));
        });
    }

    [Test]
    public void AParameterMakesItHalfABlockRam()
    {
        BlockResult result = Mapper.Map(
            "ram", Ram, new Dictionary<string, int> { ["DEPTH"] = 512 });
        Assert.That(result.Area.BlockRam36, Is.EqualTo(.5));
    }

    [Test]
    public void ASmallMemoryIsReadThroughALutLevel()
    {
        BlockResult result = Mapper.Map("small", """
            module small(input clk, we_i, input [4:0] w_i, r_i, input [5:0] d_i,
                         output logic odd_q);
              logic [5:0] mem [32];
              always_ff @(posedge clk) begin
                if (we_i) mem[w_i] <= d_i;
                odd_q <= ^mem[r_i];
              end
            endmodule
            """);
        Assert.Multiple(() =>
        {
            Assert.That(result.Area.LutRam, Is.GreaterThan(0));
            Assert.That(result.Area.BlockRam36, Is.Zero);
            Assert.That(result.Levels, Is.EqualTo(2), "memory, then six bits");
            Assert.That(result.ToRegister!.From, Does.StartWith("r_i["));
            Assert.That(result.ToRegister.To, Is.EqualTo("odd_q"));
        });
    }

    [Test]
    public void AMultiplierWithoutRegistersIsSevenLevels()
    {
        // This Yosys packs no registers into the DSP slices of UltraScale+.
        BlockResult bare = Mapper.Map("product", Product("product", "y_q <= y;"));
        Assert.Multiple(() =>
        {
            Assert.That(bare.Area.Dsp, Is.EqualTo(1));
            Assert.That(bare.ToRegister!.DspLevels, Is.EqualTo(7));
            Assert.That(bare.Levels, Is.EqualTo(7));
        });
    }

    [Test]
    public void AMultiplierWithRegistersTakesThemIn()
    {
        BlockResult piped = Mapper.Map(
            "piped", Product("piped", "m_q <= y; y_q <= m_q;"), family: "xc7");
        Assert.Multiple(() =>
        {
            Assert.That(piped.Area.Dsp, Is.EqualTo(1));
            Assert.That(piped.Area.FlipFlop, Is.Zero, "all registers are inside the slice");
            Assert.That(piped.Levels, Is.Zero);
        });
    }

    private static string Product(string name, string registers) => $"""
        module {name}(input clk, input [15:0] a_i, b_i, output logic [31:0] y_q);
          logic [15:0] a_q, b_q;
          logic [31:0] y, m_q;
          assign y = a_q * b_q;
          always_ff @(posedge clk) begin
            a_q <= a_i;
            b_q <= b_i;
            {registers}
          end
        endmodule
        """;
}
