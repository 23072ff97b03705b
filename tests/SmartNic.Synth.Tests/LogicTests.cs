using NUnit.Framework;
using SmartNic.Synth.Analysis;

namespace SmartNic.Synth.Tests;

/// <summary>Levels of modules whose answer is known.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LogicTests
{
    [Test]
    public void AnAdderIsOneCarryChainOfItsWidth()
    {
        BlockResult result = Mapper.Map("adder", """
            module adder(input clk, input [31:0] a_i, b_i, output logic [31:0] sum_s2);
              logic [31:0] a_s1, b_s1;
              always_ff @(posedge clk) begin
                a_s1 <= a_i;
                b_s1 <= b_i;
                sum_s2 <= a_s1 + b_s1;
              end
            endmodule
            """);
        TimingPath path = result.ToRegister!;
        Assert.Multiple(() =>
        {
            Assert.That(result.Area.FlipFlop, Is.EqualTo(96));
            Assert.That(result.Area.Lut, Is.EqualTo(32), "one propagate LUT a bit");
            Assert.That(result.Area.Carry, Is.EqualTo(8));
            Assert.That(path.CarryChains, Is.EqualTo(1));
            Assert.That(path.CarryBits, Is.EqualTo(32));
            Assert.That(path.LutLevels, Is.EqualTo(1));
            Assert.That(path.LutsInChains, Is.EqualTo(1));
            Assert.That(path.Levels, Is.EqualTo(1));
            Assert.That(path.From, Does.Match(@"^[ab]_s1\[0\]$"));
            Assert.That(path.To, Is.EqualTo("sum_s2[31]"));
            Assert.That(result.Clocks, Has.Count.EqualTo(2));
            Assert.That(result.Clocks[1].Levels, Is.Zero);
            Assert.That(result.Clocks[2].Levels, Is.EqualTo(1));
        });
    }

    [Test]
    public void TwoAddersInARowAreTwoChains()
    {
        BlockResult result = Mapper.Map("adders", """
            module adders(input clk, input [15:0] a_i, b_i, input [7:0] c_i,
                          output logic [7:0] sum_q);
              logic [15:0] a_q, b_q, half;
              logic [7:0] c_q;
              assign half = a_q + b_q;
              always_ff @(posedge clk) begin
                a_q <= a_i;
                b_q <= b_i;
                c_q <= c_i;
                sum_q <= half[15:8] + c_q;
              end
            endmodule
            """);
        TimingPath path = result.ToRegister!;
        Assert.Multiple(() =>
        {
            Assert.That(path.CarryChains, Is.EqualTo(2));
            Assert.That(path.LutLevels, Is.EqualTo(2));
            Assert.That(path.CarryBits, Is.InRange(17, 24));
            Assert.That(path.Levels, Is.EqualTo(2));
        });
    }

    [Test]
    public void AnXorOf216BitsIsATreeOfThreeLevels()
    {
        BlockResult result = Mapper.Map("tree", """
            module tree(input clk, input [215:0] x_i, output logic odd_q);
              logic [215:0] x_q;
              always_ff @(posedge clk) begin
                x_q <= x_i;
                odd_q <= ^x_q;
              end
            endmodule
            """);
        Assert.Multiple(() =>
        {
            Assert.That(result.Levels, Is.EqualTo(3));
            Assert.That(result.ToRegister!.LutLevels, Is.EqualTo(3));
            Assert.That(result.ToRegister.From, Does.StartWith("x_q["));
            Assert.That(result.ToRegister.To, Is.EqualTo("odd_q"));
            Assert.That(result.Area.FlipFlop, Is.EqualTo(217));
        });
    }

    [Test]
    public void LogicInFrontOfAnAdderIsALevelOfItsOwn()
    {
        BlockResult result = Mapper.Map("select", """
            module select(input clk, input [31:0] a_i, b_i, input [5:0] c_i,
                          output logic [31:0] sum_q);
              logic [31:0] a_q, b_q;
              logic [5:0] c_q;
              always_ff @(posedge clk) begin
                a_q <= a_i;
                b_q <= b_i;
                c_q <= c_i;
                sum_q <= a_q + (&c_q ? b_q : 32'd0);
              end
            endmodule
            """);
        TimingPath path = result.ToRegister!;
        Assert.Multiple(() =>
        {
            Assert.That(path.CarryChains, Is.EqualTo(1));
            Assert.That(path.Levels, Is.EqualTo(2));
        });
    }

    [TestCase("sel_q[0]", 1)]
    [TestCase("^sel_q", 2)]
    public void AWideMultiplexerBelongsToTheLevelOfItsLuts(string select, int levels)
    {
        BlockResult result = Mapper.Map($"mux{levels}", $$"""
            module mux{{levels}}(input clk, input [11:0] x_i, input [3:0] sel_i, output logic y_q);
              logic [11:0] x_q;
              logic [3:0] sel_q;
              wire low, high, y;
              LUT6 #(.INIT(64'h8000000000000000)) u_low(.O(low), .I0(x_q[0]), .I1(x_q[1]),
                .I2(x_q[2]), .I3(x_q[3]), .I4(x_q[4]), .I5(x_q[5]));
              LUT6 #(.INIT(64'h8000000000000000)) u_high(.O(high), .I0(x_q[6]), .I1(x_q[7]),
                .I2(x_q[8]), .I3(x_q[9]), .I4(x_q[10]), .I5(x_q[11]));
              MUXF7 u_mux(.O(y), .I0(low), .I1(high), .S({{select}}));
              always_ff @(posedge clk) begin
                x_q <= x_i;
                sel_q <= sel_i;
                y_q <= y;
              end
            endmodule
            """);
        Assert.Multiple(() =>
        {
            Assert.That(result.Area.WideMux, Is.EqualTo(1));
            Assert.That(result.Area.Lut, Is.EqualTo(levels + 1));
            Assert.That(result.Levels, Is.EqualTo(levels));
        });
    }

    [Test]
    public void APathToAPortIsReportedApart()
    {
        BlockResult result = Mapper.Map("ports", """
            module ports(input clk, input [35:0] a_i, output logic all_o, output logic a_q);
              assign all_o = &a_i;
              always_ff @(posedge clk) a_q <= a_i[0];
            endmodule
            """);
        Assert.Multiple(() =>
        {
            Assert.That(result.ToPort!.Levels, Is.EqualTo(2));
            Assert.That(result.ToPort.To, Is.EqualTo("all_o"));
            Assert.That(result.Levels, Is.Zero);
            Assert.That(result.ToRegister!.From, Is.EqualTo("a_i[0]"));
        });
    }
}
