namespace SmartNic.Examples.Tests;

/// <summary>The internet checksum one word at a time, each carry folded at once.</summary>
internal static class Sums
{
    /// <summary>Ones' complement sum of 32-bit words in network order.</summary>
    public static ushort Internet(IEnumerable<uint> words)
    {
        uint sum = 0;
        foreach (uint half in words.SelectMany(w => (uint[])[w >> 16, w & 0xFFFF]))
        {
            sum += half;
            if (sum > 0xFFFF)
            {
                sum -= 0xFFFF;
            }
        }

        return (ushort)sum;
    }
}
