using SmartNic.Driver;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Testing;

/// <summary>Reads the counters of a board by its registers, without the driver.</summary>
/// <param name="bar">The registers.</param>
public sealed class CounterReader(IBar bar)
{
    /// <summary>What can be counted for a tenant, also what has no reason yet.</summary>
    public static IReadOnlyList<Outcome> Outcomes { get; } =
        [.. Enumerable.Range(0, CounterIndex.Outcomes)
            .Select(n => (Outcome)(n * CounterIndex.Outcomes))];

    /// <summary>Packets and bytes of {tenant, class}.</summary>
    /// <param name="iface">Interface.</param>
    /// <param name="tx">Direction.</param>
    /// <param name="tenant">Tenant index; 0 is of whom none is known.</param>
    /// <param name="outcome">The class.</param>
    /// <exception cref="TimeoutException">The board does not finish.</exception>
    public PacketCount Read(int iface, bool tx, int tenant, Outcome outcome) =>
        Read(iface, tx, CounterIndex.Of((ushort)tenant, outcome));

    /// <summary>Packets and bytes of a reason, of all.</summary>
    /// <param name="iface">Interface.</param>
    /// <param name="tx">Direction.</param>
    /// <param name="reason">The reason.</param>
    /// <exception cref="TimeoutException">The board does not finish.</exception>
    public PacketCount Read(int iface, bool tx, Reason reason) =>
        Read(iface, tx, CounterIndex.Of(reason));

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

    private PacketCount Read(int iface, bool tx, uint index)
    {
        uint at = Block(iface);
        bar.Write32(
            at + InterfaceRegisters.CounterSelect,
            InterfaceRegisters.CounterSelectWord(tx ? 1u : 0u, index));
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

    private static uint Block(int iface) =>
        InterfaceRegisters.Base + ((uint)iface * InterfaceRegisters.Size);

    private ulong Wide(uint offset)
    {
        ulong low = bar.Read32(offset);
        return low | ((ulong)bar.Read32(offset + 4) << 32);
    }
}
