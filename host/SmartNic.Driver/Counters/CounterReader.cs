using SmartNic.Kernels;
using SmartNic.Registers;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Counters;

/// <summary>The counters of one tenant, or of nobody, in one direction.</summary>
internal sealed class SlotCounts
{
    /// <summary>Packets by slot.</summary>
    public ulong[] Packets { get; } = new ulong[CounterSlots.All];

    /// <summary>Bytes by slot.</summary>
    public ulong[] Bytes { get; } = new ulong[CounterSlots.All];

    /// <summary>Adds other counts to these.</summary>
    public void Add(SlotCounts other)
    {
        for (var slot = 0; slot < CounterSlots.All; slot++)
        {
            Packets[slot] += other.Packets[slot];
            Bytes[slot] += other.Bytes[slot];
        }
    }
}

/// <summary>Reads and clears counters; the sum over all interfaces.</summary>
internal sealed class CounterReader(IBar bar, int interfaces, BusyWait wait)
{
    private const uint Nobody = 1 << 16;

    /// <summary>
    /// Reads the counters of a tenant; with index 0 also those that are counted for nobody.
    /// </summary>
    public SlotCounts Read(ushort tenant, bool isTx)
    {
        var counts = new SlotCounts();
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            foreach (var (slot, index) in Indices(tenant))
            {
                bar.Write32(block + I.CounterSelect, I.CounterSelectWord(isTx ? 1u : 0u, index));
                WaitIdle(block);
                counts.Packets[slot] += Pair(
                    block + I.CounterPacketsLo, I.CounterPacketsHiValue);
                counts.Bytes[slot] += Pair(block + I.CounterBytesLo, I.CounterBytesHiValue);
            }
        }

        return counts;
    }

    /// <summary>
    /// Sets the counters of a tenant to zero; with index 0 also those that are counted for nobody.
    /// </summary>
    public void Clear(ushort tenant, bool isTx)
    {
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            foreach (var (_, index) in Indices(tenant))
            {
                bar.Write32(block + I.CounterClear, I.CounterClearWord(isTx ? 1u : 0u, index));
                WaitIdle(block);
            }
        }
    }

    /// <summary>The counters of every port.</summary>
    public IReadOnlyDictionary<string, PortCounters> Ports()
    {
        var ports = new Dictionary<string, PortCounters>();
        (string Name, uint Offset)[] kinds =
        [
            ("wire", I.WireInPacketsLo), ("host", I.HostInPacketsLo), ("slow", I.SlowInPacketsLo),
        ];
        foreach (var (name, offset) in kinds)
        {
            for (uint n = 0; n < interfaces; n++)
            {
                var at = I.Base + (n * I.Size) + offset;
                const uint Out = I.WireOutPacketsLo - I.WireInPacketsLo;
                ports.Add($"{name}.{n}", new PortCounters(PortCount(at), PortCount(at + Out)));
            }
        }

        return ports;
    }

    private static IEnumerable<(int Slot, uint Index)> Indices(ushort tenant)
    {
        for (var slot = 0; slot < CounterSlots.OfTenant; slot++)
        {
            yield return (slot, (uint)((tenant * CounterSlots.OfTenant) + slot));
        }

        for (var slot = CounterSlots.OfTenant; tenant == 0 && slot < CounterSlots.All; slot++)
        {
            yield return (slot, Nobody | (uint)slot);
        }
    }

    private PacketCount PortCount(uint offset) => new(
        Pair(offset, v => v),
        Pair(offset + (I.WireInBytesLo - I.WireInPacketsLo), v => v));

    /// <summary>A 64-bit value; its low word is read first, which latches the high one.</summary>
    private ulong Pair(uint offset, Func<uint, uint> high)
    {
        var lo = bar.Read32(offset);
        return lo | ((ulong)high(bar.Read32(offset + 4)) << 32);
    }

    private void WaitIdle(uint block) => wait.Until(
        block + I.CounterStatus, v => I.CounterStatusBusy(v) == 0, "a counter access");
}
