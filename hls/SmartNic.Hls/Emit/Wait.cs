using System.Numerics;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>A run of bits of a value that waits to be read.</summary>
/// <param name="Value">The value.</param>
/// <param name="Low">Its lowest bit that waits.</param>
/// <param name="Width">How many do.</param>
/// <param name="From">The clock in which they are there, or were read before.</param>
/// <param name="To">The clock in which they are read next.</param>
internal sealed record Wait(Node Value, int Low, int Width, int From, int To)
{
    /// <summary>It waits in a delay line, else in registers.</summary>
    public bool IsLine => To - From >= DelayCost.Least;

    /// <summary>The bits, as a mask.</summary>
    public BigInteger Mask => Ir.Bits.Mask(Width) << Low;

    /// <summary>Bits and clocks.</summary>
    public long Bits => (long)Width * (To - From);
}
