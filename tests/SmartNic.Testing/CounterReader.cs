using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Testing;

/// <summary>Reads the counters of a board by its registers, without the driver.</summary>
/// <param name="bar">The registers.</param>
public sealed class CounterReader(IBar bar)
{
    /// <summary>Slots below this are counted for a tenant, the others for nobody.</summary>
    public const int OfTenant = 16;

    /// <summary>Slots of both kinds.</summary>
    public const int Slots = 64;

    private const int Nobody = 1 << 16;

    /// <summary>The index of a counter in COUNTER_SELECT.</summary>
    public static uint Index(int tenant, int slot) =>
        (uint)(slot < OfTenant ? (tenant * OfTenant) + slot : Nobody | slot);

    /// <summary>Packets and bytes of {tenant, slot}; from slot 16 on of nobody.</summary>
    /// <param name="iface">Interface.</param>
    /// <param name="tx">Direction.</param>
    /// <param name="tenant">Tenant index.</param>
    /// <param name="slot">RxSlot or TxSlot.</param>
    /// <exception cref="TimeoutException">The board does not finish.</exception>
    public PacketCount Read(int iface, bool tx, int tenant, int slot)
    {
        uint at = Block(iface);
        bar.Write32(
            at + InterfaceRegisters.CounterSelect,
            InterfaceRegisters.CounterSelectWord(tx ? 1u : 0u, Index(tenant, slot)));
        for (int n = 0; InterfaceRegisters.CounterStatusBusy(
            bar.Read32(at + InterfaceRegisters.CounterStatus)) != 0; n++)
        {
            if (n == 1000)
            {
                throw new TimeoutException("the counters stay busy");
            }
        }

        return new PacketCount(
            Wide(at + InterfaceRegisters.CounterPacketsLo),
            Wide(at + InterfaceRegisters.CounterBytesLo));
    }

    /// <summary>Packets of a slot, summed over the tenant indices 0 to below a number.</summary>
    public ulong Sum(int iface, bool tx, int slot, int tenants)
    {
        ulong sum = 0;
        for (int tenant = 0; tenant < (slot < OfTenant ? tenants : 1); tenant++)
        {
            sum += Read(iface, tx, tenant, slot).Packets;
        }

        return sum;
    }

    /// <summary>Every port counter of an interface: wire in, out, host in, out, slow in, out.
    /// </summary>
    public PacketCount[] Ports(int iface)
    {
        var ports = new PacketCount[6];
        for (int n = 0; n < ports.Length; n++)
        {
            uint at = Block(iface) + InterfaceRegisters.WireInPacketsLo + ((uint)n * 16);
            ports[n] = new PacketCount(Wide(at), Wide(at + 8));
        }

        return ports;
    }

    /// <summary>Copies at the outputs of an interface, wire, host and slow port: made, and lost.
    /// </summary>
    public (ulong Made, ulong Lost)[] Copies(int iface)
    {
        const uint Step = InterfaceRegisters.HostCopiesLo - InterfaceRegisters.WireCopiesLo;
        const uint Lost = InterfaceRegisters.WireCopiesLostLo - InterfaceRegisters.WireCopiesLo;
        uint first = Block(iface) + InterfaceRegisters.WireCopiesLo;
        return [.. Enumerable.Range(0, 3).Select(n => first + ((uint)n * Step))
            .Select(at => (Wide(at), Wide(at + Lost)))];
    }

    private static uint Block(int iface) =>
        InterfaceRegisters.Base + ((uint)iface * InterfaceRegisters.Size);

    private ulong Wide(uint offset)
    {
        ulong low = bar.Read32(offset);
        return low | ((ulong)bar.Read32(offset + 4) << 32);
    }
}
