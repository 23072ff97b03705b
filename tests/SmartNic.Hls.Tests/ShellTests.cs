using NUnit.Framework;
using SmartNic.Hls.Front;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>Kernels on the table bus, and the ids of their tables.</summary>
public sealed class ShellTests
{
    private const string Nat = """
        using SmartNic.Hls.Language;
        public struct Entry { public uint Key; public ushort Port; }
        public struct Use { public ulong Packets; }
        public struct Count : IStep<Use, U1, U1>
        {
            public static U1 Step(ref Use state, in U1 arg)
            {
                state.Packets = state.Packets + 1;
                return arg;
            }
        }
        public static class Program
        {
            [Kernel("nat_kernel")]
            public static ushort Run(uint key, [Depth(256)] Table<Entry> sessions,
                [Depth(128)] Rmw<Count, Use, U1, U1> uses)
            {
                Entry entry = sessions.Read((byte)key);
                U1 used = uses.Apply((U7)(key & 127), (U1)1);
                return entry.Key == key & used == (U1)1 ? entry.Port : (ushort)0;
            }
        }
        """;

    [Test]
    public void AMemoryHasItsPortOnTheBusAndItsId()
    {
        var ids = TableLock.Parse("# mine\n3 nat_uses\n", "tables.lock");
        var files = new Compiler([("nat.cs", Nat)]).Compile().Single().Shell(ids);
        Assert.That(files.Keys, Is.EqualTo(["nat.sv", "nat_kernel.json"]));
        Assert.That(files["nat.sv"], Does
            .Contain("module nat #(\n    parameter int BUS_W = 64\n) (")
            .And.Contain("snic_table #(.ID(4), .WIDTH(48), .DEPTH(256), .LATENCY(2), "
                + ".BUS_W(BUS_W)) u_sessions")
            .And.Contain("snic_table_port #(.ID(3), .WIDTH(64), .DEPTH(128), .BUS_W(BUS_W)) "
                + "u_uses_port")
            .And.Contain("nat_kernel u_kernel").And.Contain("assign starving_o = uses_starving;"));
        Assert.That(files["nat_kernel.json"], Does.Contain("\"table\": \"nat_sessions\""));
        Assert.That(ids.All, Is.EqualTo([(3, "nat_uses"), (4, "nat_sessions")]));
        Assert.That(TableLock.Parse(ids.Text, "again").All, Is.EqualTo(ids.All));
    }

    [Test]
    public void AnArrayOfOutputsIsOnePort()
    {
        const string Source = """
            using System.Runtime.CompilerServices;
            using SmartNic.Hls.Language;
            [InlineArray(3)]
            public struct Words { private ushort first; }
            public struct Result { public byte Count; public Words Words; public bool Last; }
            public static class Program
            {
                [Kernel("words_kernel")]
                public static Result Run(ushort x)
                {
                    Result r = default;
                    r.Words[2] = x;
                    return r;
                }
            }
            """;
        string text = new Compiler([("words.cs", Source)]).Compile().Single()
            .Shell(TableLock.Parse("", "tables.lock"))["words.sv"];
        Assert.That(text, Does.Contain("output logic [7:0] out_count,")
            .And.Contain("output logic [47:0] out_words,").And.Contain("output logic out_last,")
            .And.Contain(".out_words_0(out_words[0 +: 16])")
            .And.Contain(".out_words_2(out_words[32 +: 16])").And.Contain(".out_last(out_last)"));
    }

    [Test]
    public void AnArrayOfTablesIsOneTable()
    {
        var ids = TableLock.Parse("", "tables.lock");
        var files = Places.Compile("Columns.cs").Compile().Single().Shell(ids);
        Assert.That(files["snic_columns_shell.sv"], Does
            .Contain("snic_columns #(.ID(0), .WIDTH(13), .ROWS(32), .COLUMNS(6), .LATENCY(1), "
                + ".BUS_W(BUS_W))")
            .And.Contain("logic [29:0] rules_excluded_rd_addr;")
            .And.Contain(".rules_excluded_5_rd_data(rules_excluded_rd_data[65 +: 13])"));
        Assert.That(files["snic_columns.json"], Does.Contain("\"columns\": 6")
            .And.Contain("\"depth\": 256").And.Contain("\"array\": \"Nibbles\""));
        Assert.That(ids.All, Is.EqualTo(
            [(0, "columns_shell_rules_excluded"), (1, "columns_shell_rules_used")]));
    }

    [Test]
    public void AnArrayOfTablesOfWhichNotAllAreReadHasNoShell()
    {
        const string Source = """
            using System.Runtime.CompilerServices;
            using SmartNic.Hls.Language;
            [InlineArray(3)]
            public struct Ways { private Table<uint> _first; }
            public static class Program
            {
                [Kernel("ways_kernel")]
                public static uint Run(byte key, [Depth(4)] in Ways ways) =>
                    ways[0].Read(key) ^ ways[2].Read(key);
            }
            """;
        var kernel = new Compiler([("ways.cs", Source)]).Compile().Single();
        Assert.That(() => kernel.Shell(TableLock.Parse("", "tables.lock")),
            Throws.TypeOf<HlsException>().With.Message.Contain("2 of the 3 tables"));
    }

    [TestCase("0 a\n0 b\n", "tables.lock:2: expected an id of at least 1: 0 b")]
    [TestCase("0 a\n1 a\n", "tables.lock:2: a name a second time: 1 a")]
    [TestCase("256 a\n", "tables.lock:1: expected an id below 256: 256 a")]
    [TestCase("a 1\n", "tables.lock:1: expected an id and a name in snake_case: a 1")]
    [TestCase("0 A\n", "tables.lock:1: expected an id and a name in snake_case: 0 A")]
    public void ALineThatIsNotAsExpectedIsNamed(string text, string error) =>
        Assert.That(() => TableLock.Parse(text, "tables.lock"),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(error));

    [Test]
    public void IdsOfTablesThatAreGoneAreNotGivenAgain()
    {
        var ids = TableLock.Parse("7 gone\n255 last\n", "tables.lock");
        Assert.That(ids.IdOf("gone"), Is.EqualTo(7));
        Assert.That(() => ids.IdOf("next"), Throws.TypeOf<InvalidDataException>()
            .With.Message.Contains("256 ids"));
    }

    [TestCase("Register<", "nat.cs(16,38)", "a Register")]
    [TestCase("[Depth(4), KeyBits(32)] TernaryTable<Entry> rules, Register<", "nat.cs(16,53)",
        "a TernaryTable")]
    public void AMemoryWithoutAPortIsRejectedWhereItIsDeclared(
        string memory, string place, string kind)
    {
        string source = Nat.Replace("[Depth(128)] Rmw<", memory)
            .Replace("(U7)(key & 127), ", "")
            .Replace("return entry", memory.Contains("rules")
                ? "return rules.Match(key).Found & entry" : "return entry");
        var kernel = new Compiler([("nat.cs", source)]).Compile().Single();
        var error = Assert.Throws<HlsException>(
            () => kernel.Shell(TableLock.Parse("", "tables.lock")));
        Assert.That(error!.Message, Does.StartWith(place + ": error SNH0025: ")
            .And.Contain($"{kind} has no port on the table bus"));
    }

    [Test]
    public void AnEntryIsOfAnyWidth()
    {
        string shell = Wide(4).Shell(TableLock.Parse("", "tables.lock"))["nat.sv"];
        Assert.That(shell, Does.Contain("parameter int BUS_W = 576")
            .And.Contain(".WIDTH(560), .DEPTH(256), .LATENCY(2), .BUS_W(BUS_W)"));
    }

    [Test]
    public void AnEntryThatNoBoardHasRoomForIsRejectedWhereItIsDeclared()
    {
        var kernel = Wide(65);
        var error = Assert.Throws<HlsException>(
            () => kernel.Shell(TableLock.Parse("", "tables.lock")));
        Assert.That(error!.Message, Does.StartWith("nat.cs(16,66): error SNH0025: sessions: ")
            .And.Contain("an entry has 8368 bits, and a board's registers have room for 8192"));
    }

    /// <summary>A kernel with entries of 48 bits and 128 for each word.</summary>
    private static CompiledKernel Wide(int words)
    {
        string fields = string.Join(", ", Enumerable.Range(0, words).Select(i => $"W{i}"));
        string source = Nat.Replace(
            "public struct Entry {", $"public struct Entry {{ public UInt128 {fields};");
        return new Compiler([("nat.cs", "using System;\n" + source)]).Compile().Single();
    }
}
