using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;
using L = SmartNic.Registers.TableLayouts;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>
/// How full the tables get before the first entry finds no place, with keys as networks have them.
/// </summary>
public sealed class LoadTests
{
    private static readonly ulong[] Ouis = [0x0050_56, 0x5254_00, 0x0016_3E, 0x0015_5D];

    private const int Keys = 20;

    private static IEnumerable<TestCaseData> Sets()
    {
        yield return Fdb("sequential MACs of one tenant", 40_000, n => Mac(1, n));
        yield return Fdb("the same 16 MACs in every tenant", 4095 * 16,
            n => Mac(1 + (n / 16), n % 16));
        yield return Fdb("7 MACs of 4095 tenants, and more", 4095 * 9,
            n => Mac(1 + (n % 4095), n / 4095));
        yield return Fdb("several OUIs", 40_000,
            n => Key(1 + (n % 100), (Ouis[n % 4] << 24) | (uint)(n / 100)));
        yield return Fdb("addresses of a /24 as MACs", 200 * 254,
            n => Mac(1 + (n / 254), (10L << 24) | (1 + (n % 254))));
        yield return Vnis("sequential VNIs", n => 1 + n);
        yield return Vnis("VNIs in steps of 256", n => 256 * n);
        yield return Vnis("VNIs in steps of 4096", n => (4096 * (n % 4096)) + (n / 4096));
        yield return Set<EndpointKey, EndpointValue>("endpoints of a /22",
            L.RxEndpointA.Layout, L.RxEndpointB.Layout,
            [.. Enumerable.Range(0, 1024).Select(n =>
                new EndpointKey { Ip = 0xC0A8_0000 + (uint)n })]);
    }

    private static TestCaseData Fdb(string name, int count, Func<int, FdbKey> key) =>
        Set<FdbKey, FdbValue>(name, L.TxFdbA.Layout, L.TxFdbB.Layout,
            [.. Enumerable.Range(0, count).Select(key)]);

    private static TestCaseData Vnis(string name, Func<int, int> vni) =>
        Set<VniKey, VniValue>(name, L.RxVniA.Layout, L.RxVniB.Layout,
            [.. Enumerable.Range(0, 20_000).Select(n => VniTables.Key((uint)vni(n)))]);

    private static TestCaseData Set<TKey, TValue>(string name,
        TableLayout<ExactBucket<TKey, TValue>> a, TableLayout<ExactBucket<TKey, TValue>> b,
        TKey[] keys)
        where TKey : struct, IKey<TKey>
        where TValue : struct =>
        new TestCaseData((Func<ulong, double>)(hashKey =>
            Load(new ExactTable<TKey, TValue>(a, b), keys, hashKey))).SetArgDisplayNames(name);

    private static FdbKey Mac(int tenant, long host) =>
        Key(tenant, 0x0200_0000_0000 + (ulong)host);

    private static FdbKey Key(int tenant, ulong mac) =>
        new() { Tenant = (U12)(uint)tenant, Mac = (U48)mac };

    /// <summary>Under every one of 20 hash keys nine slots of ten are filled.</summary>
    [TestCaseSource(nameof(Sets))]
    public void NineSlotsOfTenAreFilled(Func<ulong, double> load)
    {
        var hashKeys = HashKeys.Repeatable();
        var lowest = Enumerable.Range(0, Keys).Min(_ => load(hashKeys()));
        TestContext.Out.WriteLine($"lowest load of {Keys} hash keys: {lowest:P1}");
        Assert.That(lowest, Is.GreaterThanOrEqualTo(0.9));
    }

    /// <summary>Share of the slots that are filled when the first entry finds no place.</summary>
    private static double Load<TKey, TValue>(
        ExactTable<TKey, TValue> table, TKey[] keys, ulong hashKey)
        where TKey : struct, IKey<TKey>
        where TValue : struct
    {
        var most = table.Capacity * 98 / 100;
        Assert.That(keys, Has.Length.GreaterThanOrEqualTo(most));
        table.BeginWorld(0, hashKey);
        for (var n = 0; n < most; n++)
        {
            // Each an owner of its own: what does not fit takes nothing else with it.
            table.Want(keys[n], default, n);
        }

        var unplaced = new List<Unplaced>();
        Assert.That(table.Place(unplaced), Is.Null);
        var placed = unplaced.Count == 0 ? most : unplaced[0].Owner;
        return (double)placed / table.Capacity;
    }

    /// <summary>
    /// Nine VNIs chosen so that they meet in the same two buckets under one hash key do not under
    /// another: who does not know the key cannot choose them.
    /// </summary>
    [Test]
    public void ChosenKeysMeetUnderTheKnownHashKeyOnly()
    {
        const ulong Known = 0x0123456789ABCDEF;
        var chosen = Attacker.MeetingVnis(9, Known);
        Assert.That(Place(chosen, Known), Is.False, "nine entries, eight slots");

        var hashKeys = HashKeys.Repeatable();
        for (var n = 0; n < 1000; n++)
        {
            var key = hashKeys();
            Assert.That(Place(chosen, key), $"hash key {key:X}");
            var pairs = chosen.Select(vni => VniTables.Layout.Hash(vni, key)).Distinct().Count();
            Assert.That(pairs, Is.GreaterThan(4), $"hash key {key:X}");
        }
    }

    private static bool Place(uint[] vnis, ulong hashKey)
    {
        var table = VniTables.New();
        table.BeginWorld(0, hashKey);
        foreach (var vni in vnis)
        {
            table.Want(vni, 1, 1);
        }

        var unplaced = new List<Unplaced>();
        table.Place(unplaced);
        return unplaced.Count == 0;
    }
}
