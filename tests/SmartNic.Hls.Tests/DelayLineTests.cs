using NUnit.Framework;
using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Schedule;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>What waits for three clocks or more does so in a delay line of the cheapest
/// kind.</summary>
public sealed class DelayLineTests
{
    /// <summary>A wide value and a bit wait for long, some bits of another are read before the
    /// others.</summary>
    private const string Waits = """
        using SmartNic.Hls.Language;
        public static class Waits
        {
            [Kernel("waits", Latency = 24)]
            public static (ulong, ulong, bool) Run(
                ulong wide, ulong other, uint at, bool narrow,
                [Depth(16)] Table<uint> near, [Depth(16)] Table<uint> far)
            {
                uint first = near.Read(at);
                uint second = far.Read(first ^ (uint)other);
                return (wide, other + second, narrow);
            }
        }
        """;

    private static readonly Compiler Compiler = new([("Waits.cs", Waits)]);
    private static readonly CompiledKernel Kernel = Compiler.Compile()[0];

    [TestCase(1, 3, DelayStyle.Registers)]
    [TestCase(2, 3, DelayStyle.ShiftRegister)]
    [TestCase(500, 17, DelayStyle.ShiftRegister)]
    [TestCase(8, 20, DelayStyle.ShiftRegister)]
    [TestCase(500, 18, DelayStyle.LutRam)]
    [TestCase(64, 20, DelayStyle.LutRam)]
    [TestCase(36, 512, DelayStyle.BlockRam)]
    [TestCase(72, 600, DelayStyle.BlockRam)]
    public void TheCheapestKindIsTaken(int bits, int clocks, object style) =>
        Assert.That(DelayCost.Cheapest(bits, clocks), Is.EqualTo(style));

    [Test]
    public void EveryBitOfAValueWaitsUntilItIsRead()
    {
        foreach (string file in Places.Files("ShouldCompile"))
            foreach (var kernel in Places.Compile(file).Compile())
            {
                var usage = new Usage(kernel.Pipeline);
                foreach (var node in kernel.Pipeline.Nodes)
                    for (int clock = kernel.Pipeline.Clock[node] + 1;
                        clock <= kernel.Latency; clock++)
                    {
                        // What is read is there, and nothing else ends in the clock.
                        var ends = usage.Waits(node).Where(w => w.To == clock).Aggregate(
                            System.Numerics.BigInteger.Zero, (all, w) => all | w.Mask);
                        Assert.That(ends, Is.EqualTo(usage.In(node, clock)), $"{node}");
                    }
            }
    }

    [Test]
    public void WhatWaitsAlikeSharesARingAndTheRestIsApart()
    {
        string text = Kernel.Files["waits.v"];
        TestContext.Out.WriteLine(text);
        Assert.That(text, Does.Match(@"snic_delay #\(\.WIDTH\(65\), \.DEPTH\(24\), "
            + @"\.STYLE\(""lut""\)\)\s+u_wait_0_to24 \(\.clk\(clk\), \.d_i\(\{wide,\s+"
            + @"narrow\}\), \.q_o\(\{wide_s24, narrow_s24\}\)\);"));
        // The address takes four bits of it before the sum does, so they wait apart.
        Assert.That(text, Does.Contain(".STYLE(\"srl\")) u_wait_other_to3 ")
            .And.Contain(".STYLE(\"srl\")) u_wait_other_b4_to6 ")
            .And.Contain(".STYLE(\"srl\")) u_wait_other_b0_to6 ")
            .And.Contain("= {other_b4_s6, other_b0_s6} + "));
        Assert.That(Kernel.Files[DelayLine.File], Is.EqualTo(File.ReadAllText(
            Path.Combine(Places.Repository, "hw", "lib", "rtl", DelayLine.File))));
        Assert.That(Kernel.LineBits, Is.GreaterThan(24 * 65));
        // What has no line has no module of lines.
        Assert.That(Places.Compile("Small.cs").Compile()[0].Files.Keys,
            Has.None.EqualTo(DelayLine.File));
    }

    [Test]
    public void ExplainSaysWhatWaitsAndInWhat()
    {
        string text = string.Join('\n', Kernel.Explain());
        TestContext.Out.WriteLine(text);
        Assert.That(text, Does.Match("delay line of waits: 65 bits from clock 0 to 24 in LUT RAM\n"
            + "  64 bit input 'wide'\n  1 bit input 'narrow'\n")
            .And.Contain("delay line of waits: 60 bits from clock 0 to 6 in shift registers\n"
                + "  bits 63..4 of 64 bit input 'other'"));
    }

    [Test]
    public void ItIsProvedAndEqualInVerilator()
    {
        var results = new Prover(Compiler).Prove(Kernel);
        foreach (var result in results)
            Assert.That(result.Proved, Is.True, $"{result.What}: {result.Detail}");
        Assert.That(results.Select(r => r.What), Has.Some.Contain("lemma: waits: delay lines"));
        Assert.That(Cosimulation.Run(Compiler, Kernel, 2000, 1).Equal, Is.True);
    }

    [TestCase("waits.v", ".DEPTH(24)", ".DEPTH(23)", "every path", TestName = "A line too short")]
    [TestCase("waits.v", ".DEPTH(24)", ".DEPTH(25)", "every path", TestName = "A line too long")]
    [TestCase("waits.v", ".STYLE(\"lut\")", ".STYLE(\"ram\")", null,
        TestName = "Another style is as good")]
    [TestCase(DelayLine.File, "(BEHIND - 1)", "(BEHIND)", "lemma",
        TestName = "A ring that is read too early")]
    [TestCase(DelayLine.File, "DEPTH - READ_CLOCKS", "DEPTH - 2", "lemma",
        TestName = "A ring that is read as that of another style")]
    [TestCase(DelayLine.File, "g_rank[DEPTH-1]", "g_rank[DEPTH-2]", "lemma",
        TestName = "A shift register that is read too early")]
    public void AWrongLineIsFound(string file, string from, string to, string? found)
    {
        string text = Kernel.Files[file];
        Assert.That(text, Does.Contain(from));
        var results = new Prover(Compiler).Prove(Kernel.WithText(file, text.Replace(from, to)));
        var failed = results.Where(r => !r.Proved).Select(r => r.What).ToList();
        if (found == null) Assert.That(failed, Is.Empty);
        else Assert.That(failed, Has.Count.EqualTo(1).And.Some.Contain(found));
    }

    [Test]
    public void AStyleThatIsNoneIsRefused()
    {
        string text = Kernel.Files["waits.v"];
        var wrong = Kernel.WithText("waits.v", text.Replace("\"lut\"", "\"lot\""));
        Assert.That(() => new Prover(Compiler).Prove(wrong),
            Throws.InvalidOperationException.With.Message.Contains("STYLE must be"));
    }
}
