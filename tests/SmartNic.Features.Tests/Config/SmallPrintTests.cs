namespace SmartNic.Features.Tests.Config;

/// <summary>MTU, MSS and DSCP in a file.</summary>
public sealed class SmallPrintTests
{
    private static ConfigResult Load(string remote, string tenant) => ConfigLoader.Parse($$"""
        version: 1
        endpoints:
          - { name: west, ip: 192.168.203.1, mac: "02:00:00:00:00:01" }
        remotes:
          - { name: east, ip: 192.168.202.1, mac: "02:00:00:00:00:02", endpoint: west{{remote}} }
        tenants:
          - { name: red, vni: 1{{tenant}} }

        """, "gateway.yaml");

    /// <summary>Every key is read and written again; what is not written has its default.</summary>
    [Test]
    public void EveryKeyIsReadAndWritten()
    {
        var config = Load(", dscp: 10, mtu: 9000",
            ", dscp_mode: uniform, dscp: 0, mtu: 1500, tcp_mss: clamp").Config!;
        Assert.That((config.Remotes[0].Dscp, config.Remotes[0].Mtu), Is.EqualTo((10, 9000)));
        var red = config.Tenants[0];
        Assert.That((red.DscpMode, red.Dscp, red.Mtu, red.TcpMss),
            Is.EqualTo((DscpMode.Uniform, (byte?)0, 1500, TcpMss.Clamp)));
        Assert.That(ConfigLoader.Parse(ConfigWriter.Write(config), "again").Config,
            Is.EqualTo(config));
        config = Load("", "").Config!;
        red = config.Tenants[0];
        Assert.That((red.DscpMode, red.Dscp, red.Mtu, red.TcpMss),
            Is.EqualTo((DscpMode.Pipe, (byte?)null, 0, TcpMss.Keep)));
        Assert.That((config.Remotes[0].Dscp, config.Remotes[0].Mtu), Is.EqualTo((0, 0)));
        Assert.That(ConfigWriter.Write(config), Does.Not.Contain("mtu").And.Not.Contain("dscp"));
    }

    [TestCase(", mtu: 575", "", "5:83: mtu: expected a whole number between 576 and 9202, found "
        + "'575'")]
    [TestCase(", dscp: 64", "", "5:84: dscp: expected a whole number between 0 and 63, found '64'")]
    [TestCase("", ", mtu: 9203", "7:32: mtu: expected a whole number between 576 and 9202, found "
        + "'9203'")]
    [TestCase("", ", tcp_mss: yes", "7:36: tcp_mss: expected keep or clamp, found 'yes'")]
    [TestCase("", ", dscp_mode: short", "7:38: dscp_mode: expected pipe or uniform, found 'short'")]
    [TestCase("", ", dscp: -1", "7:33: dscp: expected a whole number between 0 and 63, found "
        + "'-1'")]
    public void WhatCannotBeIsAnError(string remote, string tenant, string expected)
    {
        string[] errors = [.. Load(remote, tenant).Errors.Select(e => e.ToString())];
        Assert.That(errors, Has.Length.EqualTo(1));
        Assert.That(errors[0], Does.EndWith(expected[(expected.IndexOf(' ') + 1)..]));
    }

    /// <summary>IPv6 needs 1280 bytes (RFC 8200 section 5): less is a warning.</summary>
    [TestCase(", mtu: 1330", ", mtu: 1280")]
    [TestCase(", mtu: 1329", "", "mtu: leaves 1279 bytes for IP inside, of which IPv6 needs 1280 "
        + "(RFC 8200 section 5)")]
    [TestCase("", ", mtu: 1279", "mtu: IPv6 needs 1280 (RFC 8200 section 5)")]
    public void TooLittleForIPv6IsAWarning(
        string remote, string tenant, params string[] expected)
    {
        var result = Load(remote, tenant);
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Warnings.Select(w => w.Message), Is.EqualTo(expected));
    }
}
