using NUnit.Framework;
using SmartNic.Hls.Check.Cosim;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>A stage by itself, against its own C#: what is planted in its text is found, and shown
/// clock by clock.</summary>
public sealed class StageCosimTests
{
    /// <summary>A pipeline of two stages, the second with a table and a counter.</summary>
    internal const string Meter = """
        using SmartNic.Hls.Language;
        public struct Packet : IPacket
        {
            public byte Reason;
            public ushort Length;
            public uint Sum;

            public readonly bool IsOpen => Reason == 0;
        }
        public struct Tables
        {
            [Depth(16)]
            public Table<uint> Limits;
            [Depth(8)]
            public Counter Bytes;
        }
        public static class LookStage
        {
            [Stage]
            public static void Run(ref Packet p, byte at, Tables t)
            {
                if (!p.IsOpen) { return; }
                uint limit = t.Limits.Read(at);
                if (p.Length > limit)
                {
                    p.Reason = 7;
                    return;
                }

                p.Sum = limit + p.Length;
                t.Bytes.Add((uint)at & 7, p.Length);
            }
        }
        public static class MarkStage
        {
            [Stage]
            public static void Run(ref Packet p, byte at, byte other)
            {
                if (!p.IsOpen) { return; }
                if (at == 9 && other != 3) { p.Reason = 5; }
            }
        }
        public static class Pipes
        {
            [Pipeline("pipe")]
            public static (byte, uint) Run(byte at, byte other, ushort length, Tables t)
            {
                Packet p = default;
                p.Length = length;
                MarkStage.Run(ref p, at, other);
                LookStage.Run(ref p, at, t);
                return (p.Reason, p.Sum);
            }
        }
        """;

    private static readonly Compiler Compiler = new([("Meter.cs", Meter)]);

    private static CompiledKernel Kernel => Compiler.Compile().Single();

    private static CosimReport Run(string stage, Func<string, string>? plant = null,
        bool wave = false)
    {
        var kernel = Kernel;
        string file = $"pipe_{stage}.v", text = kernel.Files[file];
        string planted = plant?.Invoke(text) ?? text;
        Assert.That(plant == null, Is.EqualTo(planted == text), text);
        var report = Cosimulation.RunStage(Compiler, kernel.WithText(file, planted), stage, 20_000,
            3, wave);
        TestContext.Out.WriteLine($"{report.Mismatch}{report.Wave}");
        return report;
    }

    [Test]
    public void EveryStageIsItsCSharpAndIsShownWhereThatIsAskedFor()
    {
        Assert.That(Cosimulation.StagesOf(Kernel), Is.EqualTo(["mark", "look"]));
        var report = Run("look", wave: true);
        Assert.That(report.Mismatch, Is.Null);
        Assert.That(report.Module, Is.EqualTo("pipe_look"));
        // The packet's own values stand in brackets, below the clock of their port.
        Assert.That(report.Wave, Does.Contain("ports around ").And.Match(@"\n +clock .* 0 +1 +2 ")
            .And.Match(@"\n +reason\S* .*\[0\]").And.Match(@"\n +length\S* .*\[[0-9a-f]+\]")
            .And.Match(@"\n +out_sum .*\[[0-9a-f]+\]")
            .And.Match(@"\n +t_limits_rd_addr .*\[[0-9a-f]+\]"));
        Assert.That(Run("mark").Wave, Is.Null);
    }

    [Test]
    public void AWrongOutputIsShownBesideWhatTheCSharpGives()
    {
        var report = Run("look", t => t.Replace(" + ", " - "));
        Assert.That(report.Equal, Is.False);
        Assert.That(report.Mismatch, Does.Contain("Meter.cs:30").And.Contain("out_sum: native")
            .And.Match(@"\n +out_sum .*\[[0-9a-f]+\].*  C#: [0-9a-f]+\n"));
    }

    [Test]
    public void AnUpdateForEveryPacketIsFoundInTheState()
    {
        // The enable without the fate: a packet that is dropped is counted all the same.
        var report = Run("look", t => System.Text.RegularExpressions.Regex.Replace(t,
            @"(t_bytes_valid_q <= !rst & valid\w*) & [^;]+;", "$1;"));
        Assert.That(report.Equal, Is.False);
        Assert.That(report.Mismatch, Does.Contain("state t_bytes[").And.Contain("Meter.cs:31")
            .And.Contain("the last packet that updates it")
            .And.Match(@"\n +t_bytes_valid .*\[1\]"));
    }

    [Test]
    public void AnInputThatIsReadAClockLateIsFound()
    {
        var report = Run("look", t => System.Text.RegularExpressions.Regex.Replace(t,
            @"(\w+_rd_addr_q) <= ([^;]+);\n", "$1 <= late;\n  reg [3:0] late;\n"
                + "  always @(posedge clk) late <= $2;\n"));
        Assert.That(report.Equal, Is.False);
        Assert.That(report.Mismatch, Does.Contain("ports around "));
    }

    [Test]
    public void TheToolRunsTheWholeThenEachStageOrOne()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("Meter.cs", Meter);
        string[] build = ["build", file, "--out", folder.Path, "--seed", "3", "--cosim", "2000"];
        var (code, output, error) = Snic.Hls(build);
        Assert.That(code, Is.Zero, output + error);
        Assert.That(output, Does.Contain("equal  pipe: 2000 packets")
            .And.Contain("equal  pipe_mark: 2000 packets")
            .And.Contain("equal  pipe_look: 2000 packets").And.Not.Contain("ports around"));
        (code, output, error) = Snic.Hls([.. build, "--stage", "mark", "--wave"]);
        Assert.That(code, Is.Zero, output + error);
        Assert.That(output, Does.Contain("equal  pipe_mark: ").And.Not.Contain("equal  pipe: ")
            .And.Not.Contain("pipe_look").And.Contain("ports around"));
    }

    [TestCase("--cosim 10 --stage other", "there are mark, look")]
    [TestCase("--stage mark", "--cosim N")]
    [TestCase("--wave", "--cosim N")]
    public void AStageThatIsNotThereAndPacketsThatAreNotAreWrongUsage(string options, string told)
    {
        using var folder = new TemporaryFolder();
        var (code, _, error) = Snic.Hls(["build", folder.Write("Meter.cs", Meter), "--out",
            folder.Path, .. options.Split(' ')]);
        Assert.That(code, Is.EqualTo(ExitCodes.Usage), error);
        Assert.That(error, Does.Contain(told));
    }
}
