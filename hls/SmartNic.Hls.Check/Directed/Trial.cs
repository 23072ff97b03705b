using System.Numerics;

namespace SmartNic.Hls.Check.Directed;

/// <summary>What a memory has to hold for a packet.</summary>
/// <param name="Memory">Its name.</param>
/// <param name="At">Address, or the key of a ternary table.</param>
/// <param name="Value">Entry or state; of a ternary table above the bit that says found.</param>
internal readonly record struct Content(string Memory, BigInteger At, BigInteger Value);

/// <summary>A packet, and what it has to find to take the path that it is for.</summary>
/// <param name="Packet">Words of the inputs.</param>
/// <param name="Contents">Contents of memories that it meets.</param>
internal sealed record Trial(ulong[] Packet, IReadOnlyList<Content> Contents);
