using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tests.Board;

/// <summary>
/// The registers of a board in memory. Every write is told to a hook; reads can be made to fail in
/// the ways in which boards fail.
/// </summary>
internal sealed class MemoryBar : IBar
{
    private readonly Dictionary<uint, uint> _constants = new()
    {
        [G.Magic] = G.MagicValue,
        [G.Version] = G.VersionValue,
        [G.SpecHashLo] = unchecked((uint)RegisterSpecHash.Value),
        [G.SpecHashHi] = (uint)(RegisterSpecHash.Value >> 32),
        [G.IfOffset] = G.IfOffsetValue,
        [G.IfStride] = G.IfStrideValue,
        [G.DataW] = 512,
        [G.Tenants] = 4096,
        [G.Drained] = 1,
    };

    private readonly uint[] _hashKeys = new uint[4];
    private readonly uint[] _nextTransaction = new uint[2];

    private long _writesLeft = long.MaxValue;

    public MemoryBar(int interfaces = 1)
    {
        Interfaces =
            [.. Enumerable.Range(0, interfaces).Select(_ => new MemoryInterface(_hashKeys))];
        _constants[G.IfCount] = (uint)interfaces;
    }

    /// <summary>The interface blocks.</summary>
    public IReadOnlyList<MemoryInterface> Interfaces { get; }

    /// <summary>Value of GENERATION.</summary>
    public uint Generation { get; private set; }

    /// <summary>Value of TRANSACTION.</summary>
    public ulong Transaction { get; private set; }

    /// <summary>The board's clock.</summary>
    public ulong TimeNs { get; set; } = 1_000;

    /// <summary>
    /// Called after every written word that packets can notice: all but the staging words, which no
    /// lookup reads, requests to read, and status registers.
    /// </summary>
    public Action? Written { get; set; }

    /// <summary>True once the board is gone: reads give all ones, writes go nowhere.</summary>
    public bool IsGone => _writesLeft <= 0;

    /// <summary>Makes a read-only register read something else.</summary>
    public void Set(uint offset, uint value) => _constants[offset] = value;

    /// <summary>What a reset does to the registers; memories and clock stay as they are.</summary>
    public void Reset()
    {
        (Generation, Transaction) = (0, 0);
        Array.Clear(_nextTransaction);
        Array.Clear(_hashKeys);
    }

    /// <summary>The board goes away after some more written words.</summary>
    public void GoAfter(long writes) => _writesLeft = writes;

    /// <inheritdoc/>
    public uint Read32(uint offset)
    {
        if (IsGone)
        {
            return 0xFFFF_FFFF;
        }

        if (offset >= I.Base)
        {
            return Interfaces[(int)((offset - I.Base) / I.Size)].Read((offset - I.Base) % I.Size);
        }

        return offset switch
        {
            G.Generation => Generation,
            G.TransactionLo => (uint)Transaction,
            G.TransactionHi => (uint)(Transaction >> 32),
            G.TimeNsLo => (uint)TimeNs,
            G.TimeNsHi => (uint)(TimeNs >> 32),
            >= G.HashKey0Lo and <= G.HashKey1Hi => _hashKeys[(offset - G.HashKey0Lo) / 4],
            _ => _constants.GetValueOrDefault(offset),
        };
    }

    /// <inheritdoc/>
    public void Write32(uint offset, uint value)
    {
        if (_writesLeft-- <= 0)
        {
            return;
        }

        if (offset >= I.Base)
        {
            Interfaces[(int)((offset - I.Base) / I.Size)].Write((offset - I.Base) % I.Size, value);
        }
        else if (offset == G.Generation)
        {
            Transaction = Generation == (value & 1) ? Transaction
                : _nextTransaction[0] | ((ulong)_nextTransaction[1] << 32);
            Generation = value & 1;
        }
        else if (offset is >= G.HashKey0Lo and <= G.HashKey1Hi)
        {
            _hashKeys[(offset - G.HashKey0Lo) / 4] = value;
        }
        else if (offset is >= G.NextTransactionLo and <= G.NextTransactionHi)
        {
            _nextTransaction[(offset - G.NextTransactionLo) / 4] = value;
        }

        var local = offset < I.Base ? uint.MaxValue : (offset - I.Base) % I.Size;
        if (local is >= I.TableCommit and < I.TableData
            and not (I.TableRead or I.TableStatus or I.CounterStatus))
        {
            Written?.Invoke();
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
