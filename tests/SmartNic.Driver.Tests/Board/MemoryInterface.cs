using SmartNic.Registers;
using L = SmartNic.Registers.TableLayouts;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tests.Board;

/// <summary>Words to entry, by the generated layouts.</summary>
internal delegate void UnpackEntry<T>(ReadOnlySpan<uint> words, out T entry);

/// <summary>
/// One interface block: tables as the kernels read them, counters, port registers.
/// </summary>
internal sealed class MemoryInterface
{
    private static readonly Dictionary<uint, TableInfo> Tables =
        L.All.ToDictionary(t => (uint)t.Id);

    private readonly uint[] _data = new uint[I.TableDataCount];
    private readonly uint[] _hashKeys;
    private readonly Dictionary<(uint Table, uint Index), uint[]> _words = [];
    private readonly Dictionary<(uint Table, uint Index), object> _entries = [];
    private (ulong Packets, ulong Bytes) _selected;

    /// <param name="hashKeys">Words of the HASH_KEY registers, which all interfaces share.</param>
    public MemoryInterface(uint[] hashKeys) => _hashKeys = hashKeys;

    /// <summary>Counters by COUNTER_SELECT word.</summary>
    public Dictionary<uint, (ulong Packets, ulong Bytes)> Counters { get; } = [];

    /// <summary>Port registers by offset.</summary>
    public Dictionary<uint, uint> PortRegisters { get; } = [];

    /// <summary>An entry as the kernels read it.</summary>
    public T Entry<T>(int table, uint index, UnpackEntry<T> unpack)
        where T : struct
    {
        var key = ((uint)table, index);
        if (!_entries.TryGetValue(key, out var entry))
        {
            unpack(_words.GetValueOrDefault(key) ?? new uint[I.TableDataCount], out var unpacked);
            _entries[key] = entry = unpacked;
        }

        return (T)entry;
    }

    /// <summary>Entries whose words are not all zero.</summary>
    public int NonZeroEntries => _words.Values.Count(w => w.AsSpan().ContainsAnyExcept(0u));

    /// <summary>Commits so far.</summary>
    public int Commits { get; private set; }

    /// <summary>Key of the hashes of a generation.</summary>
    public ulong HashKey(bool gen) =>
        _hashKeys[gen ? 2 : 0] | ((ulong)_hashKeys[gen ? 3 : 1] << 32);

    public uint Read(uint offset) => offset switch
    {
        >= I.TableData and < I.TableData + (4 * I.TableDataCount) =>
            _data[(offset - I.TableData) / 4],
        I.CounterPacketsLo => (uint)_selected.Packets,
        I.CounterPacketsHi => (uint)(_selected.Packets >> 32),
        I.CounterBytesLo => (uint)_selected.Bytes,
        I.CounterBytesHi => (uint)(_selected.Bytes >> 32),
        _ => PortRegisters.GetValueOrDefault(offset),
    };

    public void Write(uint offset, uint value)
    {
        if (offset is >= I.TableData and < I.TableData + (4 * I.TableDataCount))
        {
            _data[(offset - I.TableData) / 4] = value;
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
        var info = Tables[table];
        if (index >= info.Depth)
        {
            throw new InvalidOperationException($"{info.Name} has no entry {index}");
        }

        _words[(table, index)] = _data[..info.Words];
        _entries.Remove((table, index));
    }
}
