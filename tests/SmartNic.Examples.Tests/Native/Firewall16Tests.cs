using NUnit.Framework;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Against a list of rules that is searched from its start.</summary>
public sealed class Firewall16Tests
{
    [Test]
    public void WithoutRulesNothingPasses() =>
        Assert.That(Firewall16.Run(default, default).Pass, Is.False);

    [Test]
    public void TheFirstMatchDecides()
    {
        var random = Numbers.Seeded();
        for (int run = 0; run < 5000; run++)
        {
            FirewallRules rules = default;
            var list = new List<FirewallRule>();
            for (int i = 0; i < 16; i++)
            {
                list.Add(rules[i] = Rule(random));
            }

            FirewallPacket p = default;
            p.Source = (uint)random.Next(4) << 30;
            p.Destination = (uint)random.Next(8);
            p.Protocol = (byte)random.Next(3);
            p.Port = (ushort)random.Next(8);
            int hit = list.FindIndex(r => r.Enabled && Within(p.Source, r.Source, r.SourceMask)
                && Within(p.Destination, r.Destination, r.DestinationMask)
                && (r.Protocol == 0 || r.Protocol == p.Protocol)
                && Enumerable.Range(r.FirstPort, Math.Max(0, r.LastPort - r.FirstPort + 1))
                    .Contains(p.Port));
            var verdict = Firewall16.Run(p, rules);
            Assert.That((verdict.Found, (int)(uint)verdict.Rule, verdict.Pass), Is.EqualTo(
                hit < 0 ? (false, 0, false) : (true, hit, list[hit].Permits)));
        }
    }

    private static FirewallRule Rule(Random random)
    {
        FirewallRule r = default;
        r.Enabled = random.Next(4) != 0;
        r.Permits = random.Next(2) != 0;
        r.Source = random.NextUInt32();
        r.SourceMask = uint.MaxValue << (30 + random.Next(2));
        r.Destination = (uint)random.Next(8);
        r.DestinationMask = ~(uint)random.Next(8);
        r.Protocol = (byte)random.Next(3);
        r.FirstPort = (ushort)random.Next(4);
        r.LastPort = (ushort)random.Next(8);
        return r;
    }

    private static bool Within(uint address, uint network, uint mask) =>
        Enumerable.Range(0, 32).All(i => (mask >> i & 1) == 0
            || (address >> i & 1) == (network >> i & 1));
}
