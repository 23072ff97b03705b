using SmartNic.Kernels;
using SmartNic.Registers;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Counters;

/// <summary>Reads and clears counters.</summary>
internal sealed class CounterReader(IBar bar, int interfaces, BusyWait wait)
{
    private const uint Nobody = 1 << 16;
    private readonly uint[] _offsets = new uint[5];
    private readonly uint[] _words = new uint[5];

    /// <summary>Number of interfaces; each counts for itself.</summary>
    public int Interfaces => interfaces;

    /// <summary>
    /// Reads the counters of a tenant; with index 0 also those that are counted for nobody.
    /// </summary>
    /// <returns>By interface, as the board has them.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public SlotCounts[] Read(ushort tenant, bool isTx)
    {
        var counts = new SlotCounts[interfaces];
        for (uint n = 0; n < interfaces; n++)
        {
            counts[n] = new SlotCounts();
            foreach (var (slot, index) in Indices(tenant))
            {
                (counts[n].Packets[slot], counts[n].Bytes[slot]) = Read(
                    I.Base + (n * I.Size), I.CounterSelectWord(isTx ? 1u : 0u, index));
            }
        }

        return counts;
    }

    /// <summary>Sets the counters of a tenant to zero, both directions; writes only.</summary>
    public void Clear(ushort tenant)
    {
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            foreach (var (_, index) in Indices(tenant))
            {
                // The bus holds a write back until the access before it is done.
                bar.Write32(block + I.CounterClear, I.CounterClearWord(0, index));
                bar.Write32(block + I.CounterClear, I.CounterClearWord(1, index));
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

    /// <summary>Status first, then the value: one exchange where the board is not busy.</summary>
    private (ulong Packets, ulong Bytes) Read(uint block, uint address)
    {
        bar.Write32(block + I.CounterSelect, address);
        for (uint i = 0; i < _offsets.Length; i++)
        {
            _offsets[i] = block + I.CounterStatus + (4 * i);
        }

        bar.ReadList(_offsets, _words);
        if (_words[0] != 0)
        {
            wait.Until(
                _offsets[0], v => I.CounterStatusBusy(v) == 0, "a counter access");
            bar.ReadList(_offsets, _words);
        }

        return (
            _words[1] | ((ulong)I.CounterPacketsHiValue(_words[2]) << 32),
            _words[3] | ((ulong)I.CounterBytesHiValue(_words[4]) << 32));
    }
}
