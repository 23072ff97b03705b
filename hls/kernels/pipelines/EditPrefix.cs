using System.Runtime.CompilerServices;

namespace SmartNic.Kernels;

/// <summary>
/// The outer headers that a verdict puts in front of a frame, in words of eight bytes, the first
/// byte in the most significant bits. Everything as wide as a prefix follows from Words.
/// </summary>
[InlineArray(Words)]
public struct EditPrefix
{
    /// <summary>Words of eight bytes.</summary>
    public const int Words = 14;

    /// <summary>
    /// Longest prefix, bytes: Ethernet with two tags, IPv6, UDP and an encapsulation of 42 bytes
    /// with its options.
    /// </summary>
    public const int Bytes = 8 * Words;

    private ulong _first;
}
