using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// The conditions of all rules, by half bytes of what is compared: a column for each, and in it,
/// for each generation and each value of the half byte, a row: the rules that this value speaks
/// against. What a rule does not ask for is 0 in all rows, and so is a rule that is not there.
/// (Bit vectors: Lakshman and Stiliadis, SIGCOMM 1998.)
/// </summary>
[InlineArray(Count)]
public struct RuleColumns
{
    /// <summary>Columns.</summary>
    public const int Count = 97;

    /// <summary>Half bytes of the source address, the most significant first: 32.</summary>
    public const int Source = 0;

    /// <summary>Half bytes of the destination address: 32.</summary>
    public const int Destination = 32;

    /// <summary>Half bytes of the protocol: 2.</summary>
    public const int Protocol = 64;

    /// <summary>Half bytes of the flags of TCP: 2.</summary>
    public const int Flags = 66;

    /// <summary>What it is: <see cref="HasPorts"/> and <see cref="IsIp6"/>.</summary>
    public const int Kind = 68;

    /// <summary>In the column of the kind: ports, flags, or type and code are known.</summary>
    public const uint HasPorts = 1;

    /// <summary>In the column of the kind: it is IPv6.</summary>
    public const uint IsIp6 = 2;

    /// <summary>Source port: <see cref="PortColumns"/> of its lower bound, then of its upper
    /// one.</summary>
    public const int SourcePort = 69;

    /// <summary>Destination port, in the same way.</summary>
    public const int DestinationPort = 83;

    /// <summary>
    /// Columns of one bound of a port. Two for each of its first three half bytes: the rules whose
    /// bound the value is beyond, and those whose bound it meets, so that the next one decides; for
    /// the last half byte only the former. A rule without that bound is in none.
    /// </summary>
    public const int PortColumns = 7;

    /// <summary>Rows of a column: 16 values in each generation.</summary>
    public const int Rows = 32;

    private Table<RuleSet> _first;

    /// <summary>The row of a half byte.</summary>
    public static U5 Row(bool generation, uint value) =>
        (U5)((value & 15) | (generation ? 16u : 0u));
}
