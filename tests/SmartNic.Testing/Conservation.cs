using SmartNic.Driver;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Testing;

/// <summary>
/// What must hold after every run: each packet that went in came out at one port or was counted as
/// one drop, what came out besides is copies, and the two kinds of counters agree.
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
        ulong[] rx = Slots(tx: false), tx = Slots(tx: true);
        List<string> wrong = [];
        ulong[] Slots(bool tx) =>
            [.. Enumerable.Range(0, CounterReader.Slots)
                .Select(slot => counters.Sum(iface, tx, slot, tenants))];
        void Equal(string what, ulong left, ulong right)
        {
            if (left != right)
            {
                wrong.Add($"interface {iface}: {what}: {left} and {right}");
            }
        }

        Equal("wire in = all of rx", ports[0].Packets, Sum(rx));
        Equal("host in + slow in = all of tx", ports[2].Packets + ports[4].Packets, Sum(tx));
        Equal("wire out = tx wire + copies",
            ports[1].Packets, tx[(int)TxSlot.Wire] + copies[0].Made);
        Equal(
            "host out = rx host, yellow too, + tx host + copies",
            ports[3].Packets,
            rx[(int)RxSlot.Host] + rx[(int)RxSlot.Yellow] + tx[(int)TxSlot.Host]
            + copies[1].Made);
        Equal(
            "slow out = rx slow + tx slow + copies",
            ports[5].Packets,
            rx[(int)RxSlot.Slow] + tx[(int)TxSlot.Slow] + copies[2].Made);
        return wrong;
    }

    private static ulong Sum(ulong[] values) => values.Aggregate(0ul, (sum, v) => sum + v);
}
