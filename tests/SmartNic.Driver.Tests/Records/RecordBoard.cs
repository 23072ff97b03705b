using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Kernels.Samples;
using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;
using I = SmartNic.Registers.InterfaceRegisters;
using Memories = SmartNic.Driver.Records.RecordTables<
    SmartNic.Kernels.Samples.ConnectionKey, SmartNic.Kernels.Samples.ConnectionValue>;

namespace SmartNic.Driver.Tests.Records;

/// <summary>The memories of live records of one interface, as the kernels have them.</summary>
internal sealed class RecordMemories
{
    private readonly Memories _tables;
    private readonly uint[] _data = new uint[I.TableDataCount];

    public RecordMemories(Memories tables)
    {
        _tables = tables;
        Index.A = new(tables.Buckets);
        Index.B = new(tables.Buckets);
        Index.StashA = new(tables.StashSlots);
        Index.StashB = new(tables.StashSlots);
        Index.Secret = new(2);
        Records = new(tables.Records);
    }

    public RecordIndex<ConnectionKey> Index;

    public Table<Record<ConnectionKey, ConnectionValue>> Records { get; }

    /// <summary>What a packet finds now.</summary>
    public RecordHit<ConnectionValue> Find(in ConnectionKey key) =>
        RecordMatch.Find(Index, Records, key);

    public uint Read(uint local) =>
        local < I.TableData ? 0 : _data[(int)((local - I.TableData) / 4)];

    public void Write(uint local, uint value)
    {
        if (local >= I.TableData)
        {
            _data[(local - I.TableData) / 4] = value;
        }
        else if (local is I.TableCommit or I.TableRead)
        {
            Access((int)(value >> 24), value & 0xFFFFFF, local == I.TableCommit);
        }
    }

    private void Access(int id, uint at, bool isWrite)
    {
        if (id == _tables.A.Info.Id)
        {
            Access(_tables.A, Index.A, at, isWrite);
        }
        else if (id == _tables.B.Info.Id)
        {
            Access(_tables.B, Index.B, at, isWrite);
        }
        else if (id == _tables.StashA.Info.Id)
        {
            Access(_tables.StashA, Index.StashA, at, isWrite);
        }
        else if (id == _tables.StashB.Info.Id)
        {
            Access(_tables.StashB, Index.StashB, at, isWrite);
        }
        else if (id == _tables.Secret.Info.Id)
        {
            Access(_tables.Secret, Index.Secret, at, isWrite);
        }
        else if (id == _tables.Record.Info.Id)
        {
            Access(_tables.Record, Records, at, isWrite);
        }
    }

    private void Access<T>(TableLayout<T> layout, Table<T> memory, uint at, bool isWrite)
        where T : struct
    {
        if (isWrite)
        {
            layout.Unpack(_data, out var entry);
            memory.Write(at, entry);
        }
        else
        {
            layout.Pack(memory.Read(at), _data);
        }
    }
}

/// <summary>A board that has live records, and a hook between any two writes.</summary>
internal sealed class RecordBoard(Memories tables, int interfaces = 1) : IBar
{
    private uint _fence;

    /// <summary>The interfaces.</summary>
    public RecordMemories[] Interfaces { get; } =
        [.. Enumerable.Range(0, interfaces).Select(_ => new RecordMemories(tables))];

    /// <summary>Called after every write that packets can notice.</summary>
    public Action? Written { get; set; }

    /// <summary>Called when all packets that are under way leave.</summary>
    public Action? Drained { get; set; }

    /// <inheritdoc/>
    public uint Read32(uint offset)
    {
        if (offset >= I.Base)
        {
            return Interfaces[(offset - I.Base) / I.Size].Read((offset - I.Base) % I.Size);
        }

        if (offset == G.Drained)
        {
            Drained?.Invoke();
            return 1;
        }

        return offset == G.Fence ? _fence : 0;
    }

    /// <inheritdoc/>
    public void Write32(uint offset, uint value)
    {
        if (offset == G.Fence)
        {
            _fence = value != _fence ? value
                : throw new InvalidOperationException("the same number is no fence");
        }
        else if (offset >= I.Base)
        {
            var local = (offset - I.Base) % I.Size;
            Interfaces[(offset - I.Base) / I.Size].Write(local, value);
            if (local == I.TableCommit)
            {
                Written?.Invoke();
            }
        }
    }

    /// <inheritdoc/>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            Write32(offset + (4 * (uint)i), words[i]);
        }
    }
}
