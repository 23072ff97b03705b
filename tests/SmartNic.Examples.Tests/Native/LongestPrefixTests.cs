using System.Buffers.Binary;
using System.Net;
using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>The choice of .NET's IPNetwork, and of the example of RFC 1812.</summary>
public sealed class LongestPrefixTests
{
    /// <summary>RFC 1812, section 5.2.4.3, rule 2: the longer prefix wins.</summary>
    [Test]
    public void TheLongerPrefixWins()
    {
        RouteSet routes = default;
        routes.R0 = Route("0.0.0.0/0", 1);
        routes.R3 = Route("10.144.2.0/24", 2);
        routes.R5 = Route("10.144.0.0/16", 3);
        routes.R7 = Route("10.144.2.5/32", 4);
        Assert.Multiple(() =>
        {
            Assert.That(Hop("10.144.2.5", routes), Is.EqualTo((true, 32, 4)));
            Assert.That(Hop("10.144.2.6", routes), Is.EqualTo((true, 24, 2)));
            Assert.That(Hop("10.144.3.5", routes), Is.EqualTo((true, 16, 3)));
            Assert.That(Hop("192.0.2.1", routes), Is.EqualTo((true, 0, 1)));
        });
        routes.R0.Valid = false;
        Assert.That(Hop("192.0.2.1", routes), Is.EqualTo((false, 0, 0)));
    }

    [Test]
    public void AnyRoutesAgreeWithIpNetwork()
    {
        var random = Numbers.Seeded();
        for (int i = 0; i < 20_000; i++)
        {
            uint address = random.NextUInt32();
            var routes = new Route[8];
            for (int r = 0; r < routes.Length; r++)
            {
                routes[r].Valid = random.Next(4) != 0;
                routes[r].Length = (U6)(byte)random.Next(33);
                routes[r].Prefix = address ^ (1u << random.Next(32)) & random.NextUInt32();
                routes[r].NextHop = (U12)(ushort)random.Next(4096);
            }

            RouteSet set = new()
            {
                R0 = routes[0], R1 = routes[1], R2 = routes[2], R3 = routes[3],
                R4 = routes[4], R5 = routes[5], R6 = routes[6], R7 = routes[7],
            };
            var best = routes.Where(r => r.Valid && Network(r).Contains(Ip(address)))
                .OrderByDescending(r => (uint)r.Length).Cast<Route?>().FirstOrDefault();
            var hit = LongestPrefix.Run(address, set);
            Assert.That((hit.Found, (uint)hit.Length, (uint)hit.NextHop), Is.EqualTo(
                (best != null, (uint)(best?.Length ?? (U6)0), (uint)(best?.NextHop ?? (U12)0))));
        }
    }

    private static (bool, int, int) Hop(string address, RouteSet routes)
    {
        var hit = LongestPrefix.Run(Numbers.Address(IPAddress.Parse(address)), routes);
        return (hit.Found, (int)(uint)hit.Length, (int)(uint)hit.NextHop);
    }

    private static Route Route(string text, ushort hop)
    {
        var network = IPNetwork.Parse(text);
        Route route = default;
        route.Valid = true;
        route.Prefix = Numbers.Address(network.BaseAddress);
        route.Length = (U6)(byte)network.PrefixLength;
        route.NextHop = (U12)hop;
        return route;
    }

    private static IPNetwork Network(Route r)
    {
        int length = (int)(uint)r.Length;
        uint mask = length == 0 ? 0 : uint.MaxValue << (32 - length);
        return new(Ip(r.Prefix & mask), length);
    }

    private static IPAddress Ip(uint address)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, address);
        return new(bytes);
    }
}
