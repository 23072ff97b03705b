using System.Runtime.InteropServices;
using SmartNic.Kernels;
using SmartNic.Registers;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Counters;

/// <summary>Reads and clears counters.</summary>
internal sealed class CounterReader(IBar bar, int interfaces, BusyWait wait)
{
    // Registers that are read for a counter: its status first, which says whether they are valid.
    private const int WordsPerCounter = 5;

    private readonly List<BarAccess> _accesses = [];

    /// <summary>Number of interfaces; each counts for itself.</summary>
    public int Interfaces => interfaces;

    /// <summary>Reads the counters of a tenant, by class.</summary>
    /// <returns>For each direction by interface, as the board has them.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public (Counts[] Rx, Counts[] Tx) Read(ushort tenant) =>
        Read([.. Places(tenant)], CounterIndex.Outcomes);

    /// <summary>Reads the counters of all, by reason.</summary>
    /// <returns>For each direction by interface, as the board has them.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public (Counts[] Rx, Counts[] Tx) ReadReasons() =>
        Read([.. Places(ReasonPlaces)], CounterIndex.Reasons);

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

    private (Counts[] Rx, Counts[] Tx) Read(Place[] places, int size)
    {
        _accesses.Clear();
        foreach (var place in places)
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
        Counts[] New() => [.. Enumerable.Range(0, interfaces).Select(_ => new Counts(size))];
        var (rx, tx) = (New(), New());
        foreach (var place in places)
        {
            if (words[0] != 0)
            {
                ReadAgain(place, words[..WordsPerCounter]);
            }

            var counts = (place.IsTx ? tx : rx)[place.Interface];
            counts.Packets[place.At] =
                words[1] | ((ulong)I.CounterPacketsHiValue(words[2]) << 32);
            counts.Bytes[place.At] = words[3] | ((ulong)I.CounterBytesHiValue(words[4]) << 32);
            words = words[WordsPerCounter..];
        }

        return (rx, tx);
    }

    private IEnumerable<Place> Places(ushort tenant) => Places(_ => Enumerable
        .Range(0, CounterIndex.Outcomes)
        .Select(at => (at, CounterIndex.Of(tenant, (Outcome)(at * CounterIndex.Outcomes)))));

    private static IEnumerable<(int At, uint Index)> ReasonPlaces(Directions direction) =>
        CounterNames.Reasons(direction).Select(r => ((int)r.Number, CounterIndex.Of(r.Number)));

    private IEnumerable<Place> Places(Func<Directions, IEnumerable<(int At, uint Index)>> of) =>
        from n in Enumerable.Range(0, interfaces)
        from direction in Enum.GetValues<Directions>()
        from place in of(direction)
        let isTx = direction == Directions.Tx
        select new Place(
            I.Base + ((uint)n * I.Size), I.CounterSelectWord(isTx ? 1u : 0u, place.Index), n,
            isTx, place.At);

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
        uint Block, uint Select, int Interface, bool IsTx, int At);
}
