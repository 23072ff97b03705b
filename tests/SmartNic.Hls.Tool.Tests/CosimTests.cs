using NUnit.Framework;
using SmartNic.Hls.Check.Cosim;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>Co-simulation notices what is wrong, and says with which packet.</summary>
public sealed class CosimTests
{
    private const string Guards = """
        using SmartNic.Hls.Language;
        public struct Odd : IStep<uint, uint, uint>
        {
            public static uint Step(ref uint state, in uint arg)
            {
                state += arg;
                return state == 0x9ABCDEF0 ? 7u : state;
            }
        }
        public struct Entry { public uint Key; public U12 Port; }
        public static class Guards
        {
            [Kernel("nested")]
            public static uint Nested(uint key, uint x, ushort y)
            {
                if ((key ^ x) * 5 != 0x12345678) return y;
                if (x - 3 == 0x456789AB) return 1;
                return y + 9u;
            }
            [Kernel("frame")]
            public static uint Frame(Window w, ulong other)
            {
                w = w.Skip((w.U8(0) & 15) * 4);
                return w.U32(2) == 0x12345678 ? w.U8(9) : (uint)other;
            }
            [Kernel("looked")]
            public static U12 Table(uint at, uint x, [Depth(16)] Table<Entry> entries)
            {
                Entry e = entries.Read(at);
                return (e.Key ^ x) == 0 && e.Key - 1 == 0x12345678 ? e.Port : (U12)x;
            }
            [Kernel("rules")]
            public static U12 Rules(uint x, [Depth(4), KeyBits(32)] TernaryTable<Entry> rules)
            {
                TernaryHit<Entry> hit = rules.Match(x);
                return hit.Found && hit.Entry.Key == 0x12345678 ? hit.Entry.Port : (U12)x;
            }
            [Kernel("state")]
            public static uint State(uint at, uint x, [Depth(8)] Rmw<Odd, uint, uint, uint> odd) =>
                odd.Apply(at, x);
            [Kernel("register")]
            public static uint Register(uint x, Register<Odd, uint, uint, uint> odd) =>
                odd.Apply(x);
        }
        """;

    [TestCase(" + ", " - ", "out_cost: native 16'h")]
    [TestCase("valid <= rst", "valid <= in_valid | rst", "")]
    public void AWrongTextIsFound(string from, string to, string expected)
    {
        var compiler = Compiler.FromFiles([Snic.Kernel("Small.cs")]);
        var kernel = compiler.Compile()[0];
        string name = kernel.Name + ".v", text = kernel.Files[name];
        int at = text.IndexOf(from, StringComparison.Ordinal);
        var wrong = kernel.WithText(name, text[..at] + to + text[(at + from.Length)..]);
        var report = Cosimulation.Run(compiler, wrong, 10_000, 3);
        Assert.That(report.Equal, Is.False);
        Assert.That(report.Mismatch, Does.Contain(expected));
        Assert.That(report.Vectors, Is.LessThan(10_000));
    }

    [TestCase("nested", "nested", "12345678", "Guards.cs:16", "key = 32'h")]
    [TestCase("nested", "nested", "456789ab", "Guards.cs:17", "x = 32'h456789ae")]
    [TestCase("frame", "frame", "12345678", "Guards.cs:24", " 12 34 56 78")]
    [TestCase("looked", "looked", "12345678", "Guards.cs:30", "] = ")]
    [TestCase("rules", "rules", "12345678", "Guards.cs:36", "rules[")]
    [TestCase("state", "state_odd_step", "9abcdef0", "Guards.cs:7", "odd[")]
    [TestCase("register", "register_odd_step", "9abcdef0", "Guards.cs:7", "odd[0] = ")]
    public void AnErrorBehindAGuardIsFound(
        string name, string module, string constant, string line, string met)
    {
        // One packet in 2^32 and more is wrong, so no random one is needed.
        var compiler = new Compiler([("Guards.cs", Guards)]);
        var kernel = compiler.Compile().Single(k => k.Name == name);
        Assert.That(Cosimulation.Run(compiler, kernel, 100, 1).Mismatch, Is.Null);
        string file = module + ".v", text = kernel.Files[file];
        Assert.That(text, Does.Contain(constant));
        var wrong = kernel.WithText(file, text.Replace(constant, constant[..^1] + "2"));
        var report = Cosimulation.Run(compiler, wrong, 0, 1);
        TestContext.Out.WriteLine(report.Mismatch);
        Assert.That(report.Mismatch, Does.Contain("directed packet").And.Contain(line)
            .And.Contain(met));
    }

    [Test]
    public void AGuardThatTheCompilerLostIsFound()
    {
        const string Kernel = """
            using SmartNic.Hls.Language;
            public static class C
            {
                [Kernel("lost", Latency = 2)]
                public static uint Lost(uint x, uint y)
                {
                    if (x == 0xDEADBEEF)
                        return y;
                    return x;
                }
            }
            """;
        var compiler = new Compiler([("Lost.cs", Kernel)]);
        var without = new Compiler([("Lost.cs", Kernel.Replace("x == 0xDEADBEEF", "false"))]);
        var kernel = compiler.Compile()[0];
        var wrong = kernel.WithText("lost.v", without.Compile()[0].Files["lost.v"]);
        var report = Cosimulation.Run(compiler, wrong, 0, 1);
        Assert.That(report.Mismatch, Does.Contain("x = 32'hdeadbeef").And.Contain("Lost.cs:8"));
    }
}
