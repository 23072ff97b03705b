using SmartNic.Driver.Tests.Board;

namespace SmartNic.Driver.Tests;

/// <summary>Tunnels of one tenant alone, as the board's tables have them.</summary>
public sealed class LinkTests
{
    private const string OfTap = "remote 192.0.2.2, kind 4, keyed 1, key 25600";
    private const string OfSite = "remote 2001:db8::2, kind 6, keyed 0, key 0";
    private static readonly MacAddress Peer = Mac("02:00:00:00:01:02");
    private static readonly MacAddress Gateway = Mac("02:00:00:00:01:fe");

    private static readonly string Ways = $"""
        gateway: "{Gateway}", station: "02:00:00:00:01:01"
        """;

    [Test]
    public void ALinkGoesFromTenantToTenant()
    {
        MemoryBar bar = new(1);
        GatewayDriver driver = Fresh.Attach(bar);
        Apply(driver, $"links: [ {{ remote: tap }}, {{ remote: site, {Ways} }} ]", "");
        Assert.That(Rows(driver), Is.EquivalentTo([$"1 {OfTap}", $"1 {OfSite}"]));
        Apply(driver, "links: [ { remote: tap } ]", $"links: [ {{ remote: site, {Ways} }} ]");
        Assert.That(Rows(driver), Is.EquivalentTo([$"1 {OfTap}", $"2 {OfSite}"]));

        // Who comes after finds them on the board.
        driver = GatewayDriver.Attach(bar);
        Assert.That(Rows(driver), Is.EquivalentTo([$"1 {OfTap}", $"2 {OfSite}"]));
        Apply(driver, "", "");
        Assert.That(Rows(driver), Is.Empty);
        Assert.That(Rows(GatewayDriver.Attach(bar)), Is.Empty);
    }

    /// <summary>A link is desired state of a file: no change of one entry touches it.</summary>
    [Test]
    public void AChangeLeavesLinksAlone()
    {
        MemoryBar bar = new(1);
        GatewayDriver driver = Fresh.Attach(bar);
        Apply(driver, $"links: [ {{ remote: tap }}, {{ remote: site, {Ways} }} ]", "");
        string Why(string tenant, MacAddress mac, string? remote) => driver.Change(
            new GatewayChange(new ForwardingChange(tenant, mac, remote))).Errors.Single();
        Assert.That(Why("blue", Peer, "tap"), Is.EqualTo(
            "tenant blue: remote tap is a link; a configuration alone puts addresses behind it"));
        Assert.That(Why("red", Gateway, null), Is.EqualTo(
            $"tenant red: {Gateway} is behind a link; a configuration alone changes that"));
        Assert.That(Why("red", Gateway, "east"), Does.Contain("is behind a link"));
        Assert.That(Rows(driver), Has.Length.EqualTo(2));
    }

    /// <summary>Frames of NVGRE with that flow would be another tenant's.</summary>
    [Test]
    public void AKeyIsNoVsidOfAnotherTenant()
    {
        MemoryBar bar = new(1);
        GatewayDriver driver = Fresh.Attach(bar);
        Assert.That(driver.Apply(Config("", "links: [ { remote: tap } ]")).Errors.Single(),
            Is.EqualTo("tenant blue: link to tap: its key 25600 is VSID 100 of NVGRE, tenant "
                + "red's, which endpoint west accepts"));
    }

    private static MacAddress Mac(string text) =>
        MacAddress.TryParse(text, out MacAddress mac) ? mac : default;

    private static void Apply(GatewayDriver driver, string red, string blue) =>
        Assert.That(driver.Apply(Config(red, blue)).Errors, Is.Empty);

    private static string[] Rows(GatewayDriver driver) => [.. driver.Entries("rx_link")!
        .Select(row => row.Fields.ToDictionary(f => f.Key, f => f.Value))
        .Select(f => $"{f["tenant"]} remote {f["remote_ip"]}, kind {f["kind"]}, "
            + $"keyed {f["keyed"]}, key {f["key"]}")];

    private static GatewayConfig Config(string red, string blue)
    {
        ConfigResult result = ConfigLoader.Parse($$"""
            version: 1
            endpoints:
              - name: west
                ip: 192.0.2.1
                ip6: "2001:db8::1"
                mac: "02:00:00:00:00:01"
                nvgre: accept
            remotes:
              - { name: east, mac: "02:00:00:00:00:02", ip: 192.0.2.2, endpoint: west }
              - name: tap
                mac: "02:00:00:00:00:02"
                ip: 192.0.2.2
                endpoint: west
                tunnel: gretap
                key: 25600
              - name: site
                mac: "02:00:00:00:00:02"
                ip: "2001:db8::2"
                endpoint: west
                tunnel: ipip
            tenants:
              - { name: red, vni: 100{{(red.Length == 0 ? "" : $", {red}")}} }
              - { name: blue, vni: 200{{(blue.Length == 0 ? "" : $", {blue}")}} }
            """, "links");
        return result.Config
            ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
