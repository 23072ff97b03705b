using System.Text;
using NUnit.Framework;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>What cells mean, against Yosys' own mapping to gates, for all inputs.</summary>
public sealed class WordNetlistTests
{
    private const int Rounds = 6;

    private static readonly string[] _words =
    [
        "a + b", "a - b", "-a", "a * b", "a & b", "a | b", "a ^ b", "a ~^ b", "~a", "a << c",
        "a >> c", "a >>> c", "sa >>> c", "sa <<< c", "sa + sb", "sa - sb", "sa * sb",
        "c[0] ? a : b", "sa", "sa ^ sb", "{a, b}", "a < b", "a <= b", "a > b", "a >= b",
        "a == b", "a != b", "sa < sb", "sa <= sb", "sa > sb", "sa >= sb", "sa == sb",
        "sa != sb", "a && b", "a || b", "!a", "&a", "|a", "^a", "~^a", "a < 3", "3'd2 < a",
        "a - 1", "a + c[0]", "a * 5", "a === b",
    ];

    [Test]
    public void EveryCellMeansWhatYosysMapsItTo()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < Rounds; round++)
        {
            // With one bit the case below would have no default.
            int a = random.Next(2, 6), b = random.Next(1, 6), c = random.Next(1, 4);
            var text = new StringBuilder();
            int width = 0;
            foreach (string word in _words)
            {
                int own = random.Next(1, 9);
                text.Append($"  wire [{own - 1}:0] w{width} = {word};\n"
                    + $"  assign o[{width} +: {own}] = w{width};\n");
                width += own;
            }
            text.Append($"  reg [2:0] r;\n  always @* case (a)\n    0: r = 5;\n    1: r = b;\n"
                + $"    default: r = c;\n  endcase\n  assign o[{width} +: 3] = r;\n");
            width += 3;
            string module = $"module m (input wire [{a + b + c - 1}:0] i, "
                + $"output wire [{width - 1}:0] o);\n  wire [{a - 1}:0] a = i[{a - 1}:0];\n"
                + $"  wire [{b - 1}:0] b = i[{a + b - 1}:{a}];\n"
                + $"  wire [{c - 1}:0] c = i[{a + b + c - 1}:{a + b}];\n"
                + $"  wire signed [{a - 1}:0] sa = a;\n  wire signed [{b - 1}:0] sb = b;\n"
                + $"{text}endmodule\n";
            InFolder(module, folder =>
            {
                var graph = new Aig(a + b + c);
                int[] mapped = AigerFile.Read(graph, Path.Combine(folder, "m"));
                int[] ours = WordNetlist.Read(graph, Path.Combine(folder, "m.json"), "m");
                ulong[][] right = Truth.Of(graph, mapped), own = Truth.Of(graph, ours);
                Assert.That(own, Has.Length.EqualTo(width));
                for (int k = 0; k < width; k++)
                    Assert.That(own[k], Is.EqualTo(right[k]), $"bit {k} of\n{module}");
            });
        }
    }

    [TestCase("assign o[0] = i[i[2:1]];", "$shiftx")]
    [TestCase("wire x; assign o[0] = x & i[0];", "no driver")]
    [TestCase("assign o[0] = i[0] ? 1'bx : i[1];", "undefined")]
    [TestCase("wire [1:0] x = x + i[1:0]; assign o[0] = x[0];", "loop")]
    public void WhatHasNoMeaningIsRefused(string body, string why) => InFolder(
        $"module m (input wire [3:0] i, output wire [0:0] o);\n  {body}\nendmodule\n",
        folder => Assert.That(
            () => WordNetlist.Read(new Aig(4), Path.Combine(folder, "m.json"), "m"),
            Throws.InvalidOperationException.With.Message.Contains(why)), map: false);

    /// <summary>A limit is processor time: waiting is free, working is not.</summary>
    [Test]
    public void ALimitIsProcessorTime() => Assert.Multiple(() =>
    {
        var limit = TimeSpan.FromSeconds(1);
        Assert.That(ExternalTool.RunWithin(limit, ".", "sh", "-c", "sleep 2; echo waited"),
            Is.EqualTo("waited\n"));
        Assert.That(ExternalTool.RunWithin(limit, ".", "sh", "-c", "while :; do :; done"), Is.Null);
    });

    private static void InFolder(string module, Action<string> check, bool map = true)
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-cells-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "m.v"), module);
            ExternalTool.Run(folder, "yosys", "-q", "-p", "read_verilog m.v; proc; opt_clean; "
                + "write_json m.json" + (map ? "; techmap; aigmap; write_aiger -map m.map m.aig"
                    : ""));
            check(folder);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
