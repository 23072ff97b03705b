namespace SmartNic.Registers;

/// <summary>Bit fields in a run of 32-bit words, word 0 holding bits 31:0.</summary>
public static class Words32
{
    /// <summary>Reads a field.</summary>
    /// <param name="words">The words.</param>
    /// <param name="lsb">Lowest bit.</param>
    /// <param name="width">Bits, 1..64.</param>
    /// <exception cref="IndexOutOfRangeException">The field lies beyond the words.</exception>
    public static ulong Get(ReadOnlySpan<uint> words, int lsb, int width)
    {
        var first = lsb / 32;
        var last = (lsb + width - 1) / 32;
        UInt128 bits = 0;
        for (var i = last; i >= first; i--)
        {
            bits = (bits << 32) | words[i];
        }

        return (ulong)(bits >> (lsb % 32)) & (ulong.MaxValue >> (64 - width));
    }
}
