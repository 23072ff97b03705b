namespace SmartNic.SlowPath.Tests;

/// <summary>The slow path forwards by the driver's table, looked up as the kernel does.</summary>
public sealed class FdbImageTests
{
    private const int Tenants = 20;
    private const int Addresses = 40;

    private static ulong Mac(int tenant, int n) => 0x020000000000 + (ulong)((tenant * 7) + n);

    private static ushort Hop(int tenant, int n) => (ushort)(1 + (((tenant * 3) + n) % 4095));

    private static IEnumerable<(ushort Tenant, ulong Mac, ushort Hop)> Entries() =>
        from tenant in Enumerable.Range(1, Tenants)
        from n in Enumerable.Range(0, Addresses)
        select ((ushort)tenant, Mac(tenant, n), Hop(tenant, n));

    /// <summary>Equal addresses of two tenants are two entries; what is not there is not found.
    /// </summary>
    [Test]
    public void WhatIsInItIsFound()
    {
        var image = FdbImage.Of(Entries());
        foreach (var (tenant, mac, hop) in Entries())
        {
            Assert.That(image.TryFind(tenant, mac, out ushort found));
            Assert.That(found, Is.EqualTo(hop));
        }

        Assert.That(image.TryFind(Tenants + 1, Mac(1, 0), out _), Is.False);
        Assert.That(image.TryFind(1, Mac(1, Addresses), out _), Is.False);
        Assert.That(FdbImage.Empty.TryFind(1, Mac(1, 0), out _), Is.False);
    }

    [Test]
    public void TenantsWithOtherEntriesAreFound()
    {
        var image = FdbImage.Of(Entries());
        Assert.That(image.Differing(FdbImage.Of(Entries())), Is.Empty);
        var moved = Entries().Select(e => (e.Tenant, e.Mac, (ushort)(e.Tenant == 3 ? 9 : e.Hop)));
        Assert.That(image.Differing(FdbImage.Of(moved)), Is.EquivalentTo(new ushort[] { 3 }));
        var fewer = Entries().Where(e => e.Tenant != 5);
        Assert.That(image.Differing(FdbImage.Of(fewer)), Is.EquivalentTo(new ushort[] { 5 }));
        Assert.That(FdbImage.Of(fewer).Differing(image), Is.EquivalentTo(new ushort[] { 5 }));
    }

    [Test]
    public void AKeyIsThereOnce() => Assert.That(
        () => FdbImage.Of([(1, 2, 3), (1, 2, 4)]), Throws.InvalidOperationException);
}
