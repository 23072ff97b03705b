using System.Runtime.CompilerServices;

namespace SmartNic.Kernels;

/// <summary>
/// The front of an inner frame as it shall be, in words of eight bytes, the first byte in the most
/// significant bits. Byte 0 is the first one of its Ethernet header, wherever the prefix ends.
/// </summary>
[InlineArray(Words)]
public struct EditInner
{
    /// <summary>Words of eight bytes.</summary>
    public const int Words = 8;

    /// <summary>
    /// Longest edit, bytes: Ethernet, a tag of IEEE 802.1Q and the addresses of IPv6 are 58, with
    /// its ports 62; with IPv4 the checksum of TCP ends at 56. A power of two, as egress turns it
    /// in a ring.
    /// </summary>
    public const int Bytes = 8 * Words;

    private ulong _first;
}
