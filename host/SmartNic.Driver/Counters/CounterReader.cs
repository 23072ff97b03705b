using SmartNic.Registers;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Counters;

/// <summary>The sixteen counters of one tenant in one direction.</summary>
internal sealed class SlotCounts
{
    /// <summary>Packets by slot.</summary>
    public ulong[] Packets { get; } = new ulong[CounterNames.Slots];

    /// <summary>Bytes by slot.</summary>
    public ulong[] Bytes { get; } = new ulong[CounterNames.Slots];

    /// <summary>Adds other counts to these.</summary>
    public void Add(SlotCounts other)
    {
        for (var slot = 0; slot < CounterNames.Slots; slot++)
        {
            Packets[slot] += other.Packets[slot];
            Bytes[slot] += other.Bytes[slot];
        }
    }
}

/// <summary>Reads and clears counters; the sum over all interfaces.</summary>
internal sealed class CounterReader(IBar bar, int interfaces, BusyWait wait)
{
    /// <summary>Reads the counters of a tenant.</summary>
    public SlotCounts Read(ushort tenant, bool isTx)
    {
        var counts = new SlotCounts();
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            for (uint slot = 0; slot < CounterNames.Slots; slot++)
            {
                bar.Write32(block + I.CounterSelect, Address(tenant, isTx, slot));
                WaitIdle(block);
                counts.Packets[slot] += Pair(
                    block + I.CounterPacketsLo, I.CounterPacketsHiValue);
                counts.Bytes[slot] += Pair(block + I.CounterBytesLo, I.CounterBytesHiValue);
            }
        }

        return counts;
    }

    /// <summary>Sets the counters of a tenant to zero.</summary>
    public void Clear(ushort tenant, bool isTx)
    {
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            for (uint slot = 0; slot < CounterNames.Slots; slot++)
            {
                bar.Write32(block + I.CounterClear, Address(tenant, isTx, slot));
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

    private static uint Address(ushort tenant, bool isTx, uint slot) =>
        I.CounterSelectWord(isTx ? 1u : 0u, ((uint)tenant * CounterNames.Slots) + slot);

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
