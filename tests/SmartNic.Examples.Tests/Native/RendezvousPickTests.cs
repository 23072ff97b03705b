using NUnit.Framework;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Against a search for the greatest weight; and what the method is for.</summary>
public sealed class RendezvousPickTests
{
    [Test]
    public void WithoutServersThereIsNone() =>
        Assert.That(RendezvousPick.Run(7, default).Found, Is.False);

    [Test]
    public void TheGreatestWeightWins()
    {
        var random = Numbers.Seeded();
        for (int i = 0; i < 20_000; i++)
        {
            var servers = Some(random, random.Next(1, 256));
            uint flow = random.NextUInt32();
            // Equal seeds are equal weights: the lowest number wins.
            if (random.Next(4) == 0)
            {
                servers[5].Seed = servers[2].Seed;
            }

            var all = servers;
            int best = Enumerable.Range(0, 8).Where(n => all[n].IsAlive)
                .MaxBy(n => (Weight(flow, all[n].Seed), -n));
            var pick = RendezvousPick.Run(flow, servers);
            Assert.That((pick.Found, (int)(uint)pick.Server), Is.EqualTo((true, best)));
        }
    }

    [Test]
    public void AServerThatLeavesMovesItsOwnFlowsOnly()
    {
        var random = Numbers.Seeded();
        var before = Some(random, 255);
        var after = before;
        after[3].IsAlive = false;
        var shares = new int[8];
        for (int i = 0; i < 16_000; i++)
        {
            uint flow = random.NextUInt32();
            uint old = RendezvousPick.Run(flow, before).Server;
            uint now = RendezvousPick.Run(flow, after).Server;
            shares[old]++;
            Assert.That(now, old == 3 ? Is.Not.EqualTo(3u) : Is.EqualTo(old));
        }

        Assert.That(shares, Has.All.InRange(1700, 2300));
    }

    private static Servers Some(Random random, int alive)
    {
        Servers servers = default;
        for (int i = 0; i < 8; i++)
        {
            servers[i].IsAlive = (alive >> i & 1) != 0;
            servers[i].Seed = random.NextUInt32();
        }

        return servers;
    }

    private static uint Weight(uint flow, uint seed)
    {
        ulong x = flow, y = seed, z = flow ^ 0xdeadbeeful;
        static ulong Less(ulong a, ulong b, int turn) =>
            ((a ^ b) - (((b << turn) | (b >> (32 - turn))) & 0xFFFF_FFFF)) & 0xFFFF_FFFF;
        z = Less(z, y, 14);
        x = Less(x, z, 11);
        y = Less(y, x, 25);
        return (uint)Less(z, y, 16);
    }
}
