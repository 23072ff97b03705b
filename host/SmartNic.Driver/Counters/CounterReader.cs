using System.Runtime.InteropServices;
using SmartNic.Kernels;
using SmartNic.Registers;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Counters;

/// <summary>Reads and clears counters.</summary>
internal sealed class CounterReader(IBar bar, int interfaces, BusyWait wait)
{
    private const uint Nobody = 1 << 16;

    // Registers that are read for a counter: its status first, which says whether they are valid.
    private const int WordsPerCounter = 5;

    private readonly List<BarAccess> _accesses = [];

    /// <summary>Number of interfaces; each counts for itself.</summary>
    public int Interfaces => interfaces;

    /// <summary>
    /// Reads the counters of a tenant; with index 0 also those that are counted for nobody.
    /// </summary>
    /// <returns>For each direction by interface, as the board has them.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public (SlotCounts[] Rx, SlotCounts[] Tx) Read(ushort tenant)
    {
        _accesses.Clear();
        foreach (var place in Places(tenant))
        {
            _accesses.Add(BarAccess.Write(place.Block + I.CounterSelect, place.Select));

            // As in TableReader: held back until the counter is there.
            _accesses.Add(BarAccess.Write(place.Block + I.CounterStatus, 0));
            for (uint i = 0; i < WordsPerCounter; i++)
            {
                _accesses.Add(BarAccess.Read(place.Block + I.CounterStatus + (4 * i)));
            }
        }

        Span<uint> words = new uint[_accesses.Count];
        bar.Exchange(CollectionsMarshal.AsSpan(_accesses), words);
        SlotCounts[] New() => [.. Enumerable.Range(0, interfaces).Select(_ => new SlotCounts())];
        var (rx, tx) = (New(), New());
        foreach (var place in Places(tenant))
        {
            if (words[0] != 0)
            {
                ReadAgain(place, words[..WordsPerCounter]);
            }

            var counts = (place.IsTx ? tx : rx)[place.Interface];
            counts.Packets[place.Slot] =
                words[1] | ((ulong)I.CounterPacketsHiValue(words[2]) << 32);
            counts.Bytes[place.Slot] = words[3] | ((ulong)I.CounterBytesHiValue(words[4]) << 32);
            words = words[WordsPerCounter..];
        }

        return (rx, tx);
    }

    /// <summary>Sets the counters of a tenant to zero, both directions; writes only.</summary>
    public void Clear(ushort tenant)
    {
        // The bus holds a write back until the access before it is done.
        BarAccess[] accesses =
        [
            .. Places(tenant).Select(p => BarAccess.Write(p.Block + I.CounterClear, p.Select)),
        ];
        bar.Exchange(accesses, []);
    }

    /// <summary>The counters of every port.</summary>
    public IReadOnlyDictionary<string, PortCounters> Ports()
    {
        var ports = new Dictionary<string, PortCounters>();
        (string Name, uint In, uint Copies)[] kinds =
        [
            ("wire", I.WireInPacketsLo, I.WireCopiesLo),
            ("host", I.HostInPacketsLo, I.HostCopiesLo),
            ("slow", I.SlowInPacketsLo, I.SlowCopiesLo),
        ];
        foreach (var kind in kinds)
        {
            for (uint n = 0; n < interfaces; n++)
            {
                var block = I.Base + (n * I.Size);
                const uint Out = I.WireOutPacketsLo - I.WireInPacketsLo;
                const uint Lost = I.WireCopiesLostLo - I.WireCopiesLo;
                ports.Add($"{kind.Name}.{n}", new PortCounters(
                    PortCount(block + kind.In),
                    PortCount(block + kind.In + Out),
                    Pair(block + kind.Copies, v => v),
                    Pair(block + kind.Copies + Lost, v => v)));
            }
        }

        return ports;
    }

    private IEnumerable<Place> Places(ushort tenant)
    {
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            foreach (var isTx in (bool[])[false, true])
            {
                var direction = isTx ? 1u : 0u;
                for (var slot = 0; slot < CounterSlots.OfTenant; slot++)
                {
                    var index = (uint)((tenant * CounterSlots.OfTenant) + slot);
                    yield return new Place(
                        block, I.CounterSelectWord(direction, index), (int)n, isTx, slot);
                }

                for (var slot = CounterSlots.OfTenant;
                    tenant == 0 && slot < CounterSlots.All;
                    slot++)
                {
                    yield return new Place(
                        block,
                        I.CounterSelectWord(direction, Nobody | (uint)slot),
                        (int)n,
                        isTx,
                        slot);
                }
            }
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

    /// <summary>Busy, or gone: either is rare, and the wait tells which.</summary>
    private void ReadAgain(Place place, Span<uint> words)
    {
        bar.Write32(place.Block + I.CounterSelect, place.Select);
        wait.Until(
            place.Block + I.CounterStatus, v => I.CounterStatusBusy(v) == 0, "a counter access");
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = bar.Read32(place.Block + I.CounterStatus + (4 * (uint)i));
        }
    }

    /// <summary>Where a counter is: its register block, and the word that selects it.</summary>
    private readonly record struct Place(
        uint Block, uint Select, int Interface, bool IsTx, int Slot);
}
