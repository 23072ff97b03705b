using NUnit.Framework;
using SmartNic.Kernels;

namespace SmartNic.Registers.Tests;

/// <summary>Entries survive packing, and every bit lies where the layout says.</summary>
public sealed class TableLayoutTests
{
    private const int Seed = 4711;

    private delegate void PackEntry<T>(in T entry, Span<uint> words);

    private delegate void UnpackEntry<T>(ReadOnlySpan<uint> words, out T entry);

    [Test]
    public void EndpointBucket() => Check<ExactBucket<EndpointKey, EndpointValue>>(
        EndpointBucketBits.Pack, EndpointBucketBits.Unpack);

    [Test]
    public void VniBucket() => Check<ExactBucket<VniKey, VniValue>>(
        VniBucketBits.Pack, VniBucketBits.Unpack);

    [Test]
    public void MeterConfig() => Check<MeterConfig>(MeterConfigBits.Pack, MeterConfigBits.Unpack);

    [Test]
    public void HostPort() => Check<HostPort>(HostPortBits.Pack, HostPortBits.Unpack);

    [Test]
    public void ReceivePolicy() =>
        Check<ReceivePolicy>(ReceivePolicyBits.Pack, ReceivePolicyBits.Unpack);

    [Test]
    public void SourceBucket() => Check<ExactBucket<SourceKey, Nothing>>(
        SourceBucketBits.Pack, SourceBucketBits.Unpack);

    [Test]
    public void FdbBucket() => Check<ExactBucket<FdbKey, FdbValue>>(
        FdbBucketBits.Pack, FdbBucketBits.Unpack);

    [Test]
    public void LinkBucket() => Check<ExactBucket<LinkKey, LinkValue>>(
        LinkBucketBits.Pack, LinkBucketBits.Unpack);

    [Test]
    public void NextHop() => Check<NextHop>(NextHopBits.Pack, NextHopBits.Unpack);

    [Test]
    public void MeterState() => Check<MeterState>(MeterStateBits.Pack, MeterStateBits.Unpack);

    [Test]
    public void RuleSet() => Check<RuleSet>(RuleSetBits.Pack, RuleSetBits.Unpack);

    [Test]
    public void Workload() => Check<Workload>(WorkloadBits.Pack, WorkloadBits.Unpack);

    [Test]
    public void EveryEntryTypeIsTestedHere() =>
        Assert.That(GatewaySpec.Device.Tables.Select(t => t.EntryName).Distinct(),
            Is.SubsetOf(GetType().GetMethods().Select(m => m.Name)));

    [TestCase("ExactBucket<VniKey, VniValue>", "VniBucket")]
    [TestCase("Record<FlowKey, FlowValue>", "FlowRecord")]
    [TestCase("StashSlot<FlowKey>", "FlowStashSlot")]
    [TestCase("Owned<ulong>", "UlongOwned")]
    [TestCase("SignatureBucket", "SignatureBucket")]
    [TestCase("ulong", "Ulong")]
    public void EveryKindOfEntryHasAName(string type, string name) => Assert.That(
        new TableSpec(0, "rx_flows", 2, type, 1, []).EntryName, Is.EqualTo(name));

    [TestCaseSource(nameof(Tables))]
    public void FieldsFollowEachOtherWithoutGap(TableSpec table)
    {
        var next = 0;
        foreach (var field in table.Fields)
        {
            Assert.That(field.Lsb, Is.EqualTo(next), field.Path);
            Assert.That(field.Width, Is.InRange(1, 128), field.Path);
            next += field.Width;
        }

        Assert.That(table.Width, Is.EqualTo(next));
    }

    [TestCaseSource(nameof(Tables))]
    public void TheCompilerLaidTheStructOutByTheRule(TableSpec table)
    {
        Assert.That(table.Fields, Is.EqualTo(EntryLayout.Of(TypeOf(table.EntryType))));
    }

    [TestCaseSource(nameof(Tables))]
    public void TheDriverSeesTheSpecifiedTable(TableSpec table)
    {
        var info = TableLayouts.All.Single(t => t.Id == table.Id);
        Assert.That(
            (info.Id, info.Name, info.Depth, info.Width, info.Words),
            Is.EqualTo((table.Id, table.Name, table.Depth, table.Width, table.Words)));
        Assert.That(info.Fields, Is.EqualTo(table.Fields));
    }

    private static IEnumerable<TestCaseData> Tables =>
        GatewaySpec.Device.Tables.Select(t => new TestCaseData(t).SetArgDisplayNames(t.Name));

    private static void Check<T>(PackEntry<T> pack, UnpackEntry<T> unpack) where T : struct
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var table = GatewaySpec.Device.Tables.First(t => TypeOf(t.EntryType) == typeof(T));
        for (var round = 0; round < 200; round++)
        {
            var words = Random(random, table);
            unpack(words, out var entry);
            foreach (var field in table.Fields)
            {
                Assert.That(Leaf(entry, field.Path), Is.EqualTo(Bits(words, field)), field.Path);
            }

            var packed = Enumerable.Repeat(uint.MaxValue, table.Words).ToArray();
            pack(entry, packed);
            Assert.That(packed, Is.EqualTo(words));
        }

        Assert.That(() => pack(default, new uint[table.Words - 1]),
            Throws.TypeOf<IndexOutOfRangeException>());
    }

    private static uint[] Random(Random random, TableSpec table)
    {
        var words = new uint[table.Words];
        for (var bit = 0; bit < table.Width; bit++)
        {
            words[bit / 32] |= (uint)random.Next(2) << (bit % 32);
        }

        return words;
    }

    // Bit by bit: shares nothing with the code under test.
    private static UInt128 Bits(uint[] words, EntryField field)
    {
        UInt128 value = 0;
        for (var i = 0; i < field.Width; i++)
        {
            var bit = field.Lsb + i;
            value |= (UInt128)((words[bit / 32] >> (bit % 32)) & 1) << i;
        }

        return value;
    }

    private static UInt128 Leaf(object entry, string path)
    {
        foreach (var member in path.Split('.'))
        {
            entry = entry is EditPrefix words ? words[int.Parse(member)]
                : entry.GetType().GetField(member)!.GetValue(entry)!;
        }

        return entry is bool flag ? flag ? 1UL : 0UL : UInt128.Parse(entry.ToString()!);
    }

    /// <summary>A struct of the kernels by its name, also a generic one.</summary>
    private static Type TypeOf(string name)
    {
        var parts = name.Split(['<', ',', '>', ' '], StringSplitOptions.RemoveEmptyEntries);
        Type Plain(string part) =>
            typeof(NextHop).Assembly.GetType($"SmartNic.Kernels.{part}", throwOnError: true)!;
        return parts.Length == 1 ? Plain(name)
            : Plain($"{parts[0]}`{parts.Length - 1}").MakeGenericType(
                [.. parts[1..].Select(Plain)]);
    }
}
