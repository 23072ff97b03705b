using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>The columns of the rules of one direction (<see cref="RuleColumns"/>): made from rules
/// by their positions, and read back to them.</summary>
internal sealed class RuleRows
{
    /// <summary>Rows of a generation, those of columns that there are not among them.</summary>
    public const int Count = Values * ColumnsOfTable;

    /// <summary>Values of a half byte, and rows of a column.</summary>
    public const int Values = RuleColumns.Rows / 2;

    private const int ColumnsOfTable = TableLayouts.RxFirewallColumns.Depth / RuleColumns.Rows;
    private const int Bound = RuleColumns.PortColumns;
    private readonly RuleSet[] _rows = new RuleSet[Count];

    /// <summary>A row, by its index in the table.</summary>
    public ref RuleSet this[int index] => ref _rows[index];

    /// <summary>Index of a row in the table.</summary>
    public static int Index(int column, int value) => (value * ColumnsOfTable) + column;

    /// <summary>Adds a rule, of whose position no row says anything yet.</summary>
    public void Add(int position, in RuleConditions rule)
    {
        Address(position, RuleColumns.Source, rule.Source, rule.SourceMask);
        Address(position, RuleColumns.Destination, rule.Destination, rule.DestinationMask);
        if (rule.Protocol is { } protocol)
        {
            Byte(position, RuleColumns.Protocol, protocol, 0xFF);
        }

        var mask = (byte)(rule.Flags.Set | rule.Flags.Clear);
        Byte(position, RuleColumns.Flags, rule.Flags.Set, mask);
        var (kind, kinds) = Kind(rule);
        Nibble(position, RuleColumns.Kind, kind, kinds);
        Ports(position, RuleColumns.SourcePort, rule.SourcePorts);
        Ports(position, RuleColumns.DestinationPort, rule.DestinationPorts);
    }

    /// <summary>The rule at a position, where the rows are such as <see cref="Add"/> makes; null
    /// where they are not.</summary>
    public RuleConditions? Read(int position)
    {
        var (source, sourceMask) = Word(position, RuleColumns.Source, 32);
        var (destination, destinationMask) = Word(position, RuleColumns.Destination, 32);
        var (protocol, protocolMask) = Word(position, RuleColumns.Protocol, 2);
        var (flags, flagsMask) = Word(position, RuleColumns.Flags, 2);
        var (kind, kinds) = Nibble(position, RuleColumns.Kind);
        var found = new RuleConditions
        {
            IsIp6 = (kinds & RuleColumns.IsIp6) != 0 ? (kind & RuleColumns.IsIp6) != 0 : null,
            Source = source,
            SourceMask = sourceMask,
            Destination = destination,
            DestinationMask = destinationMask,
            Protocol = protocolMask != 0 ? (byte)protocol : null,
            HasPorts = (kinds & RuleColumns.HasPorts) != 0,
            SourcePorts = Ports(position, RuleColumns.SourcePort),
            DestinationPorts = Ports(position, RuleColumns.DestinationPort),
            Flags = new((byte)flags, (byte)(flagsMask & ~flags)),
        };
        var again = new RuleRows();
        again.Add(position, found);
        for (var i = 0; i < Count; i++)
        {
            if (RuleBits.Has(_rows[i], position) != RuleBits.Has(again._rows[i], position))
            {
                return null;
            }
        }

        return found;
    }

    private static (uint Value, uint Mask) Kind(in RuleConditions rule)
    {
        var ports = rule.HasPorts ? RuleColumns.HasPorts : 0;
        return (ports | (rule.IsIp6 == true ? RuleColumns.IsIp6 : 0),
            ports | (rule.IsIp6 is not null ? RuleColumns.IsIp6 : 0));
    }

    private void Address(int position, int column, UInt128 value, UInt128 mask)
    {
        for (var i = 0; i < 32; i++)
        {
            var shift = 124 - (4 * i);
            Nibble(position, column + i, (uint)(value >> shift) & 15, (uint)(mask >> shift) & 15);
        }
    }

    private void Byte(int position, int column, byte value, byte mask)
    {
        Nibble(position, column, (uint)value >> 4, (uint)mask >> 4);
        Nibble(position, column + 1, (uint)value & 15, (uint)mask & 15);
    }

    private void Nibble(int position, int column, uint value, uint mask)
    {
        for (uint v = 0; v < Values; v++)
        {
            Exclude(position, column, v, ((v ^ value) & mask) != 0);
        }
    }

    private void Ports(int position, int column, PortRange range)
    {
        if (range.First > 0)
        {
            Beyond(position, column, range.First, (v, bound) => v < bound);
        }

        if (range.Last < ushort.MaxValue)
        {
            Beyond(position, column + Bound, range.Last, (v, bound) => v > bound);
        }
    }

    private void Beyond(int position, int column, ushort port, Func<uint, uint, bool> isBeyond)
    {
        for (var i = 0; i < 4; i++)
        {
            var bound = (uint)port >> (12 - (4 * i)) & 15;
            for (uint v = 0; v < Values; v++)
            {
                Exclude(position, column + (2 * i), v, isBeyond(v, bound));
                Exclude(position, column + (2 * i) + 1, v, i < 3 && v == bound);
            }
        }
    }

    private void Exclude(int position, int column, uint value, bool isExcluded)
    {
        if (isExcluded)
        {
            RuleBits.Add(ref _rows[Index(column, (int)value)], position);
        }
    }

    private bool IsExcluded(int position, int column, uint value) =>
        RuleBits.Has(_rows[Index(column, (int)value)], position);

    /// <summary>What a column asks: the bits that all values have which it lets through.</summary>
    private (uint Value, uint Mask) Nibble(int position, int column)
    {
        var (ones, any) = (15u, 0u);
        for (uint v = 0; v < Values; v++)
        {
            if (!IsExcluded(position, column, v))
            {
                (ones, any) = (ones & v, any | v);
            }
        }

        return (ones & any, ~(ones ^ any) & 15);
    }

    private (UInt128 Value, UInt128 Mask) Word(int position, int column, int nibbles)
    {
        var (value, mask) = ((UInt128)0, (UInt128)0);
        for (var i = 0; i < nibbles; i++)
        {
            var (v, m) = Nibble(position, column + i);
            (value, mask) = (value << 4 | v & m, mask << 4 | m);
        }

        return (value, mask);
    }

    private PortRange Ports(int position, int column)
    {
        // The first half byte meets a bound in one row, where there is a bound.
        var (first, last) = (0, (int)ushort.MaxValue);
        if (Bounds(position, column) is { } lower)
        {
            first = lower << 4 | Rows(position, column + 6);
        }

        if (Bounds(position, column + Bound) is { } upper)
        {
            last = upper << 4 | (Values - 1 - Rows(position, column + Bound + 6));
        }

        return new((ushort)first, (ushort)last);
    }

    private int? Bounds(int position, int column)
    {
        var bound = 0;
        for (var i = 0; i < 3; i++)
        {
            var meets = Enumerable.Range(0, Values)
                .Where(v => IsExcluded(position, column + (2 * i) + 1, (uint)v)).ToArray();
            if (meets.Length != 1)
            {
                return null;
            }

            bound = bound << 4 | meets[0];
        }

        return bound;
    }

    private int Rows(int position, int column) =>
        Enumerable.Range(0, Values).Count(v => IsExcluded(position, column, (uint)v));
}
