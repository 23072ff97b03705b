using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Registers.Tests;

/// <summary>
/// A board made of nothing but the specification, with a place to plant faults: what proves that
/// the checks find them.
/// </summary>
internal sealed class SpecBar(DeviceSpec device, int interfaces) : IBar
{
    private readonly Dictionary<uint, SpecWord> _words =
        SpecWords.Of(device, interfaces).ToDictionary(w => w.Offset);

    private readonly Dictionary<uint, uint> _stored = [];
    private readonly Dictionary<(uint Interface, uint Address), uint[]> _entries = [];

    /// <summary>Changes what is read: (offset, true value) to what the bus gives.</summary>
    public Func<uint, uint, uint> OnRead { get; init; } = (_, value) => value;

    /// <summary>Changes the offset at which a write lands.</summary>
    public Func<uint, uint> OnWrite { get; init; } = offset => offset;

    /// <summary>Changes the words of an entry as it is written.</summary>
    public Func<TableSpec, uint, uint[], uint[]> OnCommit { get; init; } = (_, _, w) => w;

    public uint Read32(uint offset) => OnRead(offset, True(offset));

    public void Write32(uint offset, uint value)
    {
        offset = OnWrite(offset);
        if (!_words.TryGetValue(offset, out var word))
        {
            return;
        }

        if (word.Writable != 0)
        {
            _stored[offset] = value & word.Writable;
        }

        var block = offset & ~(GatewaySpec.BlockSize - 1);
        if (word.Register.Name == "TABLE_COMMIT")
        {
            Commit(block, value);
        }
        else if (word.Register.Name == "TABLE_READ")
        {
            var entry = _entries.GetValueOrDefault((block, value)) ?? new uint[I.TableDataCount];
            for (uint i = 0; i < I.TableDataCount; i++)
            {
                _stored[block + I.TableData + (4 * i)] = entry[i];
            }
        }
    }

    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        foreach (var word in words)
        {
            Write32(offset, word);
            offset += 4;
        }
    }

    private uint True(uint offset)
    {
        if (!_words.TryGetValue(offset, out var word))
        {
            return 0;
        }

        return word.Register.Name == "IF_COUNT"
            ? (uint)interfaces
            : _stored.GetValueOrDefault(offset, word.Reset);
    }

    private void Commit(uint block, uint address)
    {
        var table = device.Tables.SingleOrDefault(t => t.Id == address >> 24);
        if (table is null || (address & 0xFFFFFF) >= table.Depth)
        {
            return;
        }

        var words = new uint[I.TableDataCount];
        for (uint i = 0; i < I.TableDataCount; i++)
        {
            var left = table.Width - (32 * (int)i);
            var mask = left >= 32 ? uint.MaxValue : left <= 0 ? 0 : (1u << left) - 1;
            words[i] = _stored.GetValueOrDefault(block + I.TableData + (4 * i)) & mask;
        }

        _entries[(block, address)] = OnCommit(table, address & 0xFFFFFF, words);
    }
}
