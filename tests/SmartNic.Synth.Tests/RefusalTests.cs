using NUnit.Framework;
using SmartNic.Synth.Netlists;

namespace SmartNic.Synth.Tests;

/// <summary>What must not pass silently.</summary>
public sealed class RefusalTests
{
    [Test]
    public void AKernelOverTheLimitFailsWithItsPath()
    {
        BlockResult result = Mapper.Map("deep", """
            module deep(input clk, input [215:0] x_i, output logic odd_s2);
              logic [215:0] x_s1;
              always_ff @(posedge clk) begin
                x_s1 <= x_i;
                odd_s2 <= ^x_s1;
              end
            endmodule
            """);
        using var log = new StringWriter();
        Assert.Multiple(() =>
        {
            Assert.That(Limits.Check([result], 3, log), Is.Zero);
            Assert.That(log.ToString(), Is.Empty);
            Assert.That(Limits.Check([result], 2, log), Is.EqualTo(1));
            Assert.That(log.ToString(), Does.Contain("deep").And.Contains("3 levels")
                .And.Match(@"x_s1\[\d+\] -> LUT6.* -> odd_s2"));
        });
    }

    [Test]
    public void ALatchIsNotKnown()
    {
        Assert.That(() => Mapper.Map("latch", """
            module latch(input en_i, d_i, output reg q);
              always @* if (en_i) q = d_i;
            endmodule
            """), Throws.TypeOf<NetlistException>().With.Message.Contains("latch"));
    }

    [Test]
    public void ALoopIsNamed()
    {
        Assert.That(() => Mapper.Map("loop", """
            module loop(input clk, a_i, b_i, output logic y_q);
              (* keep *) wire x;
              (* keep *) wire y;
              assign x = a_i & y;
              assign y = b_i | x;
              always_ff @(posedge clk) y_q <= y;
            endmodule
            """), Throws.TypeOf<NetlistException>().With.Message.Contains("loop through"));
    }

    [Test]
    public void AMissingModuleIsReportedWithItsName()
    {
        Assert.That(() => Mapper.Map("lonely", """
            module lonely(input clk, output q);
              snic_absent u_absent(.clk(clk), .q(q));
            endmodule
            """), Throws.TypeOf<YosysException>().With.Message.Contains("snic_absent"));
    }
}
