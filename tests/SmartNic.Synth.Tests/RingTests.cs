using NUnit.Framework;
using SmartNic.Synth.Blocks;

namespace SmartNic.Synth.Tests;

/// <summary>Levels and memories of our own RTL, where it is quick to map.</summary>
public sealed class RingTests
{
    private static string Folder => Path.Combine(
        TestContext.CurrentContext.WorkDirectory, "synth", TestContext.CurrentContext.Test.ID);

    /// <summary>The packet rings meet the limit that `make synth` fails over.</summary>
    [Test]
    public async Task TheRingsAreWithinTheLimit()
    {
        var library = RtlLibrary.Read(Checkout.Root);
        var yosys = new Yosys(Folder, "xcup", TimeSpan.FromMinutes(10));
        var jobs = JobList.Of(library, ["ring"], null, []);
        var results = await Synthesis.RunAsync(yosys, jobs, 2, _ => { });
        using var log = new StringWriter();
        int code = Limits.Check(results, 8, log);
        Assert.That(log.ToString(), Is.Empty);
        Assert.That(code, Is.Zero);
    }

    [Test]
    public void AModuleThatIsNoKernelFailsOverTheLimitToo()
    {
        BlockResult result = Mapper.Map("plain", """
            module plain(input clk, input [215:0] x_i, output logic odd_q);
              logic [215:0] x_q;
              always_ff @(posedge clk) begin
                x_q <= x_i;
                odd_q <= ^x_q;
              end
            endmodule
            """);
        result = result with { Job = result.Job with { IsKernel = false } };
        using var log = new StringWriter();
        Assert.Multiple(() =>
        {
            Assert.That(Limits.Check([result], 3, log), Is.Zero);
            Assert.That(Limits.Check([result], 2, log), Is.EqualTo(1));
            Assert.That(log.ToString(), Does.Contain("synth: error: plain: 3 levels"));
        });
    }
}
