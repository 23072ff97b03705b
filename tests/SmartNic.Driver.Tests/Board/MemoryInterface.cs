using SmartNic.Hls.Language;
using SmartNic.Kernels;
using L = SmartNic.Registers.TableLayouts;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tests.Board;

/// <summary>
/// One interface block: tables as the kernels read them, counters, port registers.
/// </summary>
internal sealed class MemoryInterface
{
    private readonly uint[] _data = new uint[I.TableDataCount];
    private readonly uint[] _hashKeys;
    private readonly Dictionary<(uint Table, uint Index), uint[]> _words = [];
    private (ulong Packets, ulong Bytes) _selected;

    /// <param name="hashKeys">Words of the HASH_KEY registers, which all interfaces share.</param>
    public MemoryInterface(uint[] hashKeys) => _hashKeys = hashKeys;

    public Table<EndpointBucket> EndpointA { get; } = new(L.RxEndpointA.Depth);

    public Table<EndpointBucket> EndpointB { get; } = new(L.RxEndpointB.Depth);

    public Table<VniBucket> VniA { get; } = new(L.RxVniA.Depth);

    public Table<VniBucket> VniB { get; } = new(L.RxVniB.Depth);

    public Table<SourceBucket> SourceA { get; } = new(L.RxSourceA.Depth);

    public Table<SourceBucket> SourceB { get; } = new(L.RxSourceB.Depth);

    public Table<ReceivePolicy> Policies { get; } = new(L.RxPolicy.Depth);

    public Table<FdbBucket> FdbA { get; } = new(L.TxFdbA.Depth);

    public Table<FdbBucket> FdbB { get; } = new(L.TxFdbB.Depth);

    public Table<HostPort> Ports { get; } = new(L.TxPort.Depth);

    public Table<NextHop> NextHops { get; } = new(L.TxNextHop.Depth);

    public Table<MeterConfig> RxMeters { get; } = new(L.RxMeter.Depth);

    public Table<MeterConfig> TxMeters { get; } = new(L.TxMeter.Depth);

    /// <summary>Counters by COUNTER_SELECT word.</summary>
    public Dictionary<uint, (ulong Packets, ulong Bytes)> Counters { get; } = [];

    /// <summary>Port registers by offset.</summary>
    public Dictionary<uint, uint> PortRegisters { get; } = [];

    /// <summary>Entries whose words are not all zero.</summary>
    public int NonZeroEntries => _words.Values.Count(w => w.AsSpan().ContainsAnyExcept(0u));

    /// <summary>Commits so far.</summary>
    public int Commits { get; private set; }

    /// <summary>Key of the hashes of a generation.</summary>
    public ulong HashKey(bool gen) =>
        _hashKeys[gen ? 2 : 0] | ((ulong)_hashKeys[gen ? 3 : 1] << 32);

    public uint Read(uint offset) => offset switch
    {
        < I.TableData + (4 * I.TableDataCount) => _data[offset / 4],
        I.CounterPacketsLo => (uint)_selected.Packets,
        I.CounterPacketsHi => (uint)(_selected.Packets >> 32),
        I.CounterBytesLo => (uint)_selected.Bytes,
        I.CounterBytesHi => (uint)(_selected.Bytes >> 32),
        _ => PortRegisters.GetValueOrDefault(offset),
    };

    public void Write(uint offset, uint value)
    {
        if (offset < I.TableData + (4 * I.TableDataCount))
        {
            _data[offset / 4] = value;
        }
        else if (offset == I.TableCommit)
        {
            Commit(value >> 24, value & 0xFF_FFFF);
        }
        else if (offset == I.TableRead)
        {
            var words = _words.GetValueOrDefault((value >> 24, value & 0xFF_FFFF));
            Array.Clear(_data);
            words?.CopyTo(_data, 0);
        }
        else if (offset == I.CounterSelect)
        {
            _selected = Counters.GetValueOrDefault(value);
        }
        else if (offset == I.CounterClear)
        {
            Counters.Remove(value);
        }
        else if (offset is not (I.TableStatus or I.CounterStatus))
        {
            throw new InvalidOperationException($"write to register 0x{offset:X}");
        }
    }

    private void Commit(uint table, uint index)
    {
        Commits++;
        _words[(table, index)] = _data[..L.All[(int)table].Words];
        switch ((int)table)
        {
            case L.RxEndpointA.Id:
                L.RxEndpointA.Unpack(_data, out var endpointA);
                EndpointA.Write(index, endpointA);
                break;
            case L.RxEndpointB.Id:
                L.RxEndpointB.Unpack(_data, out var endpointB);
                EndpointB.Write(index, endpointB);
                break;
            case L.RxVniA.Id:
                L.RxVniA.Unpack(_data, out var vniA);
                VniA.Write(index, vniA);
                break;
            case L.RxVniB.Id:
                L.RxVniB.Unpack(_data, out var vniB);
                VniB.Write(index, vniB);
                break;
            case L.RxSourceA.Id:
                L.RxSourceA.Unpack(_data, out var sourceA);
                SourceA.Write(index, sourceA);
                break;
            case L.RxSourceB.Id:
                L.RxSourceB.Unpack(_data, out var sourceB);
                SourceB.Write(index, sourceB);
                break;
            case L.RxPolicy.Id:
                L.RxPolicy.Unpack(_data, out var policy);
                Policies.Write(index, policy);
                break;
            case L.TxFdbA.Id:
                L.TxFdbA.Unpack(_data, out var fdbA);
                FdbA.Write(index, fdbA);
                break;
            case L.TxFdbB.Id:
                L.TxFdbB.Unpack(_data, out var fdbB);
                FdbB.Write(index, fdbB);
                break;
            case L.TxPort.Id:
                L.TxPort.Unpack(_data, out var port);
                Ports.Write(index, port);
                break;
            case L.TxNextHop.Id:
                L.TxNextHop.Unpack(_data, out var hop);
                NextHops.Write(index, hop);
                break;
            case L.RxMeter.Id:
                L.RxMeter.Unpack(_data, out var rxMeter);
                RxMeters.Write(index, rxMeter);
                break;
            case L.TxMeter.Id:
                L.TxMeter.Unpack(_data, out var txMeter);
                TxMeters.Write(index, txMeter);
                break;
            default:
                break;
        }
    }
}
