using SmartNic.Driver.Tables;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>
/// How full the tables get before the first entry finds no place, with keys as networks have them.
/// </summary>
public sealed class LoadTests
{
    private static readonly ulong[] Ouis = [0x0050_56, 0x5254_00, 0x0016_3E, 0x0015_5D];

    private const int Keys = 20;

    private static readonly FdbLayout Fdb = new();
    private static readonly VniLayout Vnis = new();
    private static readonly EndpointLayout Endpoints = new();

    private static IEnumerable<TestCaseData> Sets()
    {
        yield return Set("sequential MACs of one tenant", Fdb, Range(40_000, n => Mac(1, n)));
        yield return Set("the same 16 MACs in every tenant", Fdb,
            Range(4095 * 16, n => Mac(1 + (n / 16), n % 16)));
        yield return Set("7 MACs of 4095 tenants, and more", Fdb,
            Range(4095 * 9, n => Mac(1 + (n % 4095), n / 4095)));
        yield return Set("several OUIs", Fdb, Range(40_000, n =>
            FdbLayout.Key((ushort)(1 + (n % 100)), new MacAddress(
                (Ouis[n % 4] << 24)
                | (uint)(n / 100)))));
        yield return Set("addresses of a /24 as MACs", Fdb,
            Range(200 * 254, n => Mac(1 + (n / 254), (10L << 24) | (1 + (n % 254)))));
        yield return Set("sequential VNIs", Vnis, Range(20_000, n => 1 + n));
        yield return Set("VNIs in steps of 256", Vnis, Range(20_000, n => 256 * n));
        yield return Set("VNIs in steps of 4096", Vnis,
            Range(20_000, n => (4096L * (n % 4096)) + (n / 4096)));
        yield return Set("endpoints of a /22", Endpoints, Range(1024, n => 0xC0A8_0000 + n));
    }

    private static TestCaseData Set(string name, ExactLayout layout, ulong[] keys) =>
        new TestCaseData(layout, keys).SetArgDisplayNames(name);

    private static ulong[] Range(int count, Func<int, long> key) =>
        [.. Enumerable.Range(0, count).Select(n => (ulong)key(n))];

    private static ulong[] Range(int count, Func<int, ulong> key) =>
        [.. Enumerable.Range(0, count).Select(key)];

    private static ulong Mac(int tenant, long host) =>
        FdbLayout.Key((ushort)tenant, new MacAddress(0x0200_0000_0000 + (ulong)host));

    /// <summary>Under every one of 20 hash keys nine slots of ten are filled.</summary>
    [TestCaseSource(nameof(Sets))]
    public void NineSlotsOfTenAreFilled(object layout, ulong[] keys)
    {
        var hashKeys = HashKeys.Repeatable();
        var lowest = 1.0;
        for (var n = 0; n < Keys; n++)
        {
            lowest = Math.Min(lowest, Load((ExactLayout)layout, keys, hashKeys()));
        }

        TestContext.Out.WriteLine($"lowest load of {Keys} hash keys: {lowest:P1}");
        Assert.That(lowest, Is.GreaterThanOrEqualTo(0.9));
    }

    /// <summary>Share of the slots that are filled when the first entry finds no place.</summary>
    private static double Load(ExactLayout layout, ulong[] keys, ulong hashKey)
    {
        var table = new ExactTable(layout);
        var most = table.Capacity * 98 / 100;
        Assert.That(keys, Has.Length.GreaterThanOrEqualTo(most));
        table.BeginWorld(0, hashKey);
        for (var n = 0; n < most; n++)
        {
            // Each an owner of its own: what does not fit takes nothing else with it.
            table.Want(keys[n], 0, n);
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
            var pairs = chosen.Select(vni => Vnis.Hash(vni, key)).Distinct().Count();
            Assert.That(pairs, Is.GreaterThan(4), $"hash key {key:X}");
        }
    }

    private static bool Place(ulong[] vnis, ulong hashKey)
    {
        var table = new ExactTable(Vnis);
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
