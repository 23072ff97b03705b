using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Judges packets by rules: the first that matches decides.</summary>
public static class RuleMatch
{
    /// <summary>Why a packet does not pass; None when it does.</summary>
    /// <param name="tables">The rules of its direction.</param>
    /// <param name="tuple">The packet.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="tenant">Whose workload it is for, or from.</param>
    public static Reason Judge(
        in FirewallTables tables, in FiveTuple tuple, bool generation, U12 tenant)
    {
        // In hardware all is looked up in any case; natively this is what most packets cost.
        Workload workload = tables.Workload.Read(Generation.Bank(generation, tenant));
        if (!workload.IsFiltered | (tuple.IsArp & !tuple.IsBroken))
        {
            return Reason.None;
        }

        RuleSet allowed = tables.Allowed.Read(generation ? 1u : 0u);
        RuleSet matched = ~Excluded(tables.Columns, tuple, generation) & workload.Rules;
        bool passes = First(matched, allowed, workload.Allows);
        return tuple.IsBroken ? Reasons.FirewallUnreadable
            : !tuple.IsIp ? workload.PassesOther ? Reason.None : Reasons.FirewallNotIp
            : passes ? Reason.None
            : Reasons.FirewallDenied;
    }

    /// <summary>The rules that something speaks against.</summary>
    public static RuleSet Excluded(in RuleColumns columns, in FiveTuple tuple, bool generation)
    {
        RuleSet x = Address(columns, RuleColumns.Source, tuple.Source, generation)
            | Address(columns, RuleColumns.Destination, tuple.Destination, generation);
        x = x | Byte(columns, RuleColumns.Protocol, tuple.Protocol, generation)
            | Byte(columns, RuleColumns.Flags, tuple.Flags, generation);
        uint kind = (tuple.HasPorts ? RuleColumns.HasPorts : 0u)
            | (tuple.IsIp6 ? RuleColumns.IsIp6 : 0u);
        x = x | columns[RuleColumns.Kind].Read(RuleColumns.Row(generation, kind));
        const int Upper = RuleColumns.PortColumns;
        x = x | Bound(columns, RuleColumns.SourcePort, tuple.SourcePort, generation)
            | Bound(columns, RuleColumns.SourcePort + Upper, tuple.SourcePort, generation);
        return x | Bound(columns, RuleColumns.DestinationPort, tuple.DestinationPort, generation)
            | Bound(
                columns, RuleColumns.DestinationPort + Upper, tuple.DestinationPort, generation);
    }

    static RuleSet Address(in RuleColumns columns, int at, UInt128 address, bool generation)
    {
        RuleSet x = default;
        for (int i = 0; i < 32; i++)
        {
            x = x | columns[at + i].Read(
                RuleColumns.Row(generation, (uint)(address >> (124 - (4 * i)))));
        }

        return x;
    }

    static RuleSet Byte(in RuleColumns columns, int at, byte value, bool generation) =>
        columns[at].Read(RuleColumns.Row(generation, (uint)value >> 4))
        | columns[at + 1].Read(RuleColumns.Row(generation, value));

    /// <summary>The rules that a port is beyond one of the bounds of.</summary>
    static RuleSet Bound(in RuleColumns columns, int at, ushort port, bool generation)
    {
        RuleSet x = columns[at + 6].Read(RuleColumns.Row(generation, port));
        for (int i = 2; i >= 0; i--)
        {
            uint row = RuleColumns.Row(generation, (uint)port >> (12 - (4 * i)));
            x = columns[at + (2 * i)].Read(row) | (columns[at + (2 * i) + 1].Read(row) & x);
        }

        return x;
    }

    /// <summary>Whether the first rule of a set lets pass; without one the default holds.</summary>
    static bool First(in RuleSet matched, in RuleSet allowed, bool none)
    {
        bool passes = none;
        passes = Word(matched.W7, allowed.W7, passes);
        passes = Word(matched.W6, allowed.W6, passes);
        passes = Word(matched.W5, allowed.W5, passes);
        passes = Word(matched.W4, allowed.W4, passes);
        passes = Word(matched.W3, allowed.W3, passes);
        passes = Word(matched.W2, allowed.W2, passes);
        passes = Word(matched.W1, allowed.W1, passes);
        return Word(matched.W0, allowed.W0, passes);
    }

    static bool Word(ulong matched, ulong allowed, bool none)
    {
        ulong first = matched & (0 - matched);
        return matched == 0 ? none : (first & allowed) != 0;
    }
}
