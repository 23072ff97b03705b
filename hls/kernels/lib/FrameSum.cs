using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Ones' complement sums (RFC 1071 section 1) of what lies far beyond the window: ingress sums the
/// whole frame, and what stands in front is taken off again. All headers have an even number of
/// bytes, so words stay words.
/// </summary>
public static class FrameSum
{
    /// <summary>Sum of a frame as hw/ingress makes it: 0 for zeros alone, else 1 to 0xFFFF.
    /// </summary>
    public static ushort Of(ReadOnlySpan<byte> frame)
    {
        // Words as the processor has them: bytes change places at the end (RFC 1071 section 2).
        ulong sum = 0;
        var vectors = MemoryMarshal.Cast<byte, Vector<uint>>(frame);
        if (vectors.Length > 0)
        {
            Vector<uint> low = Vector<uint>.Zero;
            Vector<uint> high = Vector<uint>.Zero;
            Vector<uint> mask = new(0xFFFF);
            foreach (Vector<uint> v in vectors)
            {
                low += v & mask;
                high += v >>> 16;
            }

            sum = (ulong)Vector.Sum(low) + Vector.Sum(high);
            frame = frame[(vectors.Length * Vector<byte>.Count)..];
        }

        foreach (ushort word in MemoryMarshal.Cast<byte, ushort>(frame))
        {
            sum += word;
        }

        if ((frame.Length & 1) != 0)
        {
            sum += BitConverter.IsLittleEndian ? frame[^1] : (uint)frame[^1] << 8;
        }

        ushort folded = (ushort)Checksum.Fold(sum);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(folded) : folded;
    }

    /// <summary>The sum without a part that it has.</summary>
    /// <param name="sum">The whole.</param>
    /// <param name="part">The part, folded or not.</param>
    public static ushort Without(ushort sum, ulong part) =>
        (ushort)Checksum.Fold(sum + (0xFFFFUL ^ Checksum.Fold(part)));

    /// <summary>Sum of an Ethernet header with up to two VLAN tags.</summary>
    /// <param name="w">At its first byte.</param>
    /// <param name="tagged">It has a tag.</param>
    /// <param name="taggedTwice">It has two.</param>
    public static uint Ethernet(Window w, bool tagged, bool taggedTwice)
    {
        ulong first = tagged ? w.U32(14) : 0UL;
        ulong second = taggedTwice ? w.U32(18) : 0UL;
        ulong plain = ((ulong)w.U32(0) + w.U32(4)) + ((ulong)w.U32(8) + w.U16(12));
        return Checksum.Fold(plain + (first + second));
    }
}
