using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Sim.Model;

/// <summary>The registers of the model: same map, same effects as hw/control.</summary>
internal sealed class ModelBar(ModelCore[] cores, Func<ulong> nowNs) : IBar
{
    private readonly ModelInterfaceBar[] _interfaces =
        cores.Select(c => new ModelInterfaceBar(c)).ToArray();

    private readonly uint[] _hashKeys = new uint[4];
    private readonly uint[] _nextTransaction = new uint[2];
    private uint _scratch;
    private uint _fence;
    private ulong _transaction;
    private uint _transactionHi;
    private uint _timeHi;

    /// <summary>Generation that new frames get.</summary>
    public bool Generation { get; private set; }

    /// <summary>Key of the tables' hashes in that generation.</summary>
    public ulong HashKey
    {
        get
        {
            int at = Generation ? 2 : 0;
            return _hashKeys[at] | ((ulong)_hashKeys[at + 1] << 32);
        }
    }

    /// <inheritdoc/>
    public uint Read32(uint offset)
    {
        if (offset >= G.IfOffsetValue)
        {
            return Interface(offset, out uint local)?.Read(local) ?? 0;
        }

        return offset switch
        {
            G.Magic => G.MagicValue,
            G.Version => G.VersionValue,
            G.SpecHashLo => unchecked((uint)RegisterSpecHash.Value),
            G.SpecHashHi => (uint)(RegisterSpecHash.Value >> 32),
            G.IfCount => (uint)cores.Length,
            G.IfOffset => G.IfOffsetValue,
            G.IfStride => G.IfStrideValue,
            G.DataW => 512,
            G.Tenants => 4096,
            G.Scratch => _scratch,
            G.Generation => Generation ? 1u : 0u,
            G.Drained => 1,
            G.TimeNsLo => LatchTime(),
            G.TimeNsHi => _timeHi,
            >= G.HashKey0Lo and <= G.HashKey1Hi => _hashKeys[(offset - G.HashKey0Lo) / 4],
            >= G.NextTransactionLo and <= G.NextTransactionHi =>
                _nextTransaction[(offset - G.NextTransactionLo) / 4],
            G.TransactionLo => LatchTransaction(),
            G.TransactionHi => _transactionHi,
            G.Fence => _fence,
            _ => 0,
        };
    }

    /// <inheritdoc/>
    public void Write32(uint offset, uint value)
    {
        if (offset >= G.IfOffsetValue)
        {
            Interface(offset, out uint local)?.Write(local, value);
        }
        else if (offset == G.Scratch)
        {
            _scratch = value;
        }
        else if (offset == G.Fence)
        {
            _fence = value;
        }
        else if (offset == G.Generation)
        {
            Flip((value & 1) != 0);
        }
        else if (offset is >= G.HashKey0Lo and <= G.HashKey1Hi)
        {
            _hashKeys[(offset - G.HashKey0Lo) / 4] = value;
        }
        else if (offset is >= G.NextTransactionLo and <= G.NextTransactionHi)
        {
            _nextTransaction[(offset - G.NextTransactionLo) / 4] = value;
        }
    }

    /// <inheritdoc/>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        foreach (uint word in words)
        {
            Write32(offset, word);
            offset += 4;
        }
    }

    private ModelInterfaceBar? Interface(uint offset, out uint local)
    {
        uint n = (offset - G.IfOffsetValue) / G.IfStrideValue;
        local = (offset - G.IfOffsetValue) % G.IfStrideValue;
        return n < _interfaces.Length ? _interfaces[n] : null;
    }

    private void Flip(bool generation)
    {
        if (generation != Generation)
        {
            _transaction = _nextTransaction[0] | ((ulong)_nextTransaction[1] << 32);
        }

        Generation = generation;
    }

    private uint LatchTransaction()
    {
        _transactionHi = (uint)(_transaction >> 32);
        return (uint)_transaction;
    }

    private uint LatchTime()
    {
        ulong now = nowNs();
        _timeHi = (uint)(now >> 32);
        return (uint)now;
    }
}

/// <summary>The registers of one interface.</summary>
internal sealed class ModelInterfaceBar(ModelCore core)
{
    private readonly uint[] _data = new uint[I.TableDataCount];
    private (ulong Packets, ulong Bytes) _counter;
    private uint _portHi;

    public uint Read(uint offset)
    {
        if (IsData(offset))
        {
            return _data[(offset - I.TableData) / 4];
        }

        if (offset is >= I.WireInPacketsLo and <= I.SlowCopiesLostHi)
        {
            return Port(offset - I.WireInPacketsLo);
        }

        return offset switch
        {
            I.CounterPacketsLo => (uint)_counter.Packets,
            I.CounterPacketsHi => (uint)(_counter.Packets >> 32),
            I.CounterBytesLo => (uint)_counter.Bytes,
            I.CounterBytesHi => (uint)(_counter.Bytes >> 32),
            _ => 0,
        };
    }

    public void Write(uint offset, uint value)
    {
        if (IsData(offset))
        {
            _data[(offset - I.TableData) / 4] = value;
            return;
        }

        switch (offset)
        {
            case I.TableCommit:
                core.Tables.Find(value >> 24)?.Commit(value & 0xFFFFFF, _data);
                break;
            case I.TableRead:
                Array.Clear(_data);
                core.Tables.Find(value >> 24)?.Read(value & 0xFFFFFF, _data);
                break;
            case I.CounterSelect:
                _counter = Counters(value).Read(value);
                break;
            case I.CounterClear:
                _counter = Counters(value).Read(value);
                Counters(value).Clear(value);
                break;
            default:
                break;
        }
    }

    private static bool IsData(uint offset) =>
        offset is >= I.TableData and < I.TableData + (4 * I.TableDataCount);

    private ModelCounters Counters(uint select) => (select >> 31) == 0 ? core.Rx : core.Tx;

    /// <summary>64-bit pairs; reading the low half latches the high one.</summary>
    private uint Port(uint offset)
    {
        if ((offset & 4) != 0)
        {
            return _portHi;
        }

        ulong value = core.Ports.Read(offset / 8);
        _portHi = (uint)(value >> 32);
        return (uint)value;
    }
}
