using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>What a firewall must not take for something else.</summary>
public sealed class FirewallTests
{
    /// <summary>
    /// A frame that begins behind what is read of it is unreadable, also where the bytes that are
    /// read in its place look like ARP: there the VNI of Geneve is, of which 0x0806 is the start.
    /// </summary>
    [Test]
    public void WhatLiesTooFarBehindIsNoArpByItsVni(
        [Values(0x080600u, 0x0806FFu)] uint vni, [Values(4, 6)] int version)
    {
        byte[] inner = Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 100);
        byte[] frame = TunnelKindTests.Ip(version, 17,
            Frames.Udp(50000, 6081, Frames.Geneve(vni, inner, new byte[68])));
        RxWorld world = new(number: vni);
        world.Endpoint(4789, 3, geneve: true);
        world.Firewall(7, new Workload { IsFiltered = true });
        Assert.That(world.Run(frame).Reason, Is.EqualTo(Reasons.FirewallUnreadable));
    }
}
