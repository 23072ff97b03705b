using SmartNic.Driver;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Testing;

/// <summary>
/// What must hold after every run: each packet that went in came out at one port or was counted as
/// one drop, what came out besides is copies, and the three kinds of counters agree: of ports, of
/// tenants by class, of all by reason.
/// </summary>
public static class Conservation
{
    /// <summary>Checks the counters of an idle board.</summary>
    /// <param name="bar">Its registers.</param>
    /// <param name="tenants">Tenant indices 0 to below this were in use.</param>
    /// <param name="iface">Interface.</param>
    /// <returns>What does not hold; empty when all is well.</returns>
    public static IReadOnlyList<string> Violations(IBar bar, int tenants, int iface = 0)
    {
        CounterReader counters = new(bar);
        PacketCount[] ports = counters.Ports(iface);
        var copies = counters.Copies(iface);
        List<string> wrong = [];
        var rx = ByReason(counters, iface, tx: false);
        var tx = ByReason(counters, iface, tx: true);
        var rxClasses = ByClass(counters, iface, tx: false, tenants);
        var txClasses = ByClass(counters, iface, tx: true, tenants);
        void Equal(string what, ulong left, ulong right)
        {
            if (left != right)
            {
                wrong.Add($"interface {iface}: {what}: {left} and {right}");
            }
        }

        void Same(string way, PacketCount[] reasons, PacketCount[] classes)
        {
            for (int n = 0; n < classes.Length; n++)
            {
                var all = Sum(reasons[(n * CounterIndex.Outcomes)..][..CounterIndex.Outcomes]);
                var what = $"{way}: class {n} of tenants = its reasons, of all";
                Equal(what, classes[n].Packets, all.Packets);
                Equal($"{what}, bytes", classes[n].Bytes, all.Bytes);
            }

            Equal($"{way}: undecided", reasons[(int)Reason.None].Packets, 0);
        }

        ulong Rx(Reason reason) => rx[(int)reason].Packets;
        ulong Tx(Reason reason) => tx[(int)reason].Packets;
        Same("rx", rx, rxClasses);
        Same("tx", tx, txClasses);
        ulong fromHost = ports[2].Packets + ports[4].Packets;
        Equal("wire in = all of rx by reason", ports[0].Packets, Sum(rx).Packets);
        Equal("wire in = all of rx by class", ports[0].Packets, Sum(rxClasses).Packets);
        Equal("host in + slow in = all of tx by reason", fromHost, Sum(tx).Packets);
        Equal("host in + slow in = all of tx by class", fromHost, Sum(txClasses).Packets);
        Equal("wire out = tx wire + copies",
            ports[1].Packets,
            Tx(Reasons.Wire) + Tx(Reasons.Yellow) + Tx(Reasons.Red) + copies[0].Made);
        Equal(
            "host out = rx host, yellow too, + tx answers + copies",
            ports[3].Packets,
            Rx(Reasons.Host) + Rx(Reasons.Yellow) + Rx(Reasons.Red)
                + Tx(Reasons.Answer) + copies[1].Made);
        Equal(
            "slow out = rx slow + tx slow + copies",
            ports[5].Packets,
            Rx(Reasons.Slow) + Tx(Reasons.Slow) + copies[2].Made);
        return wrong;
    }

    private static PacketCount[] ByReason(CounterReader counters, int iface, bool tx) =>
        [.. Enumerable.Range(0, CounterIndex.Reasons)
            .Select(n => counters.Read(iface, tx, (Reason)n))];

    private static PacketCount[] ByClass(CounterReader counters, int iface, bool tx, int tenants) =>
        [.. CounterReader.Outcomes.Select(outcome => Sum(Enumerable.Range(0, tenants)
            .Select(tenant => counters.Read(iface, tx, tenant, outcome))))];

    private static PacketCount Sum(IEnumerable<PacketCount> counts) => counts.Aggregate(
        new PacketCount(0, 0), (a, b) => new PacketCount(a.Packets + b.Packets, a.Bytes + b.Bytes));
}
