using System.Numerics;
using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>A backend of a load balancer.</summary>
public struct Backend
{
    /// <summary>There is one.</summary>
    public bool IsPresent;

    /// <summary>Its IPv4 address.</summary>
    public uint Address;
}

/// <summary>
/// Picks a backend for a flow with the lookup table of Maglev (Eisenbud and others, NSDI 2016,
/// section 3.4); the host fills it with <c>MaglevTable</c>. The flow is hashed with
/// Jenkins' lookup3 (2006), as <c>jhash_3words</c> of Linux does.
/// </summary>
public static class MaglevPick
{
    /// <summary>Entries in use: the largest prime below the depth of the memory.</summary>
    public const uint Size = 65521;

    /// <summary>The backend of a flow; the same one as long as the table does not change.</summary>
    /// <param name="source">IPv4 source address.</param>
    /// <param name="destination">IPv4 destination address.</param>
    /// <param name="ports">Source port in the upper, destination port in the lower half.</param>
    /// <param name="table">The lookup table.</param>
    [Kernel("snic_maglev_pick")]
    public static Backend Run(
        uint source, uint destination, uint ports, [Depth(65536)] Table<Backend> table)
    {
        uint hash = Hash(source, destination, ports);
        return table.Read(Index(hash));
    }

    /// <summary>lookup3's hash of three words, with seed 0.</summary>
    public static uint Hash(uint x, uint y, uint z)
    {
        const uint Start = 0xdeadbeef + (3 << 2);
        uint a = Start + x;
        uint b = Start + y;
        uint c = Start + z;
        c = (c ^ b) - BitOperations.RotateLeft(b, 14);
        a = (a ^ c) - BitOperations.RotateLeft(c, 11);
        b = (b ^ a) - BitOperations.RotateLeft(a, 25);
        c = (c ^ b) - BitOperations.RotateLeft(b, 16);
        a = (a ^ c) - BitOperations.RotateLeft(c, 4);
        b = (b ^ a) - BitOperations.RotateLeft(a, 14);
        return (c ^ b) - BitOperations.RotateLeft(b, 24);
    }

    /// <summary>Scales a hash to an entry: the upper word of hash x size (Lemire 2019).</summary>
    public static uint Index(uint hash) => (uint)(((ulong)hash * Size) >> 32);
}
