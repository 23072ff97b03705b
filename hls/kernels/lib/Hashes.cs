using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// The hash of the exact-match tables: the key of an entry mixed with a secret one, so that nobody
/// outside can choose entries that meet.
/// </summary>
public static class Hashes
{
    /// <summary>
    /// Eight rounds of a Feistel network, one LUT level each: a bijection of 64 bits for every
    /// key. Every input bit flips every bit of the low half with a probability of one half; the
    /// high half is a round behind. Wider keys: <see cref="Part"/>.
    /// </summary>
    /// <param name="x">What is mixed.</param>
    /// <param name="hashKey">The secret.</param>
    public static ulong Mix64(ulong x, ulong hashKey)
    {
        uint a = (uint)x;
        uint b = (uint)(x >> 32);
        uint k = (uint)hashKey;
        uint m = (uint)(hashKey >> 32);
        b ^= k ^ Turn(a);
        a ^= m ^ Turn(b);
        b ^= Rotate(k, 7) ^ Turn(a);
        a ^= Rotate(m, 7) ^ Turn(b);
        b ^= Rotate(k, 14) ^ Turn(a);
        a ^= Rotate(m, 14) ^ Turn(b);
        b ^= Rotate(k, 21) ^ Turn(a);
        a ^= Rotate(m, 21) ^ Turn(b);
        return ((ulong)b << 32) | a;
    }

    /// <summary>
    /// A word of a key of several: the parts of all, xored, are mixed once more. Parts are mixed
    /// side by side, so a key of any width takes the clocks of two mixings, and each under a
    /// secret of its place, so that words that change places do not cancel. Words that make two
    /// keys equal have to meet in two mixings at once, where one after another they meet in one.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="place">Its number in the key, 0 to 8.</param>
    /// <param name="hashKey">The secret.</param>
    public static ulong Part(ulong word, int place, ulong hashKey)
    {
        int turn = 7 * place + 3;
        ulong own = ((hashKey << turn) | (hashKey >> (64 - turn)))
            ^ (0x9E3779B97F4A7C15UL * (ulong)(place + 1));
        return Mix64(word, own);
    }

    /// <summary>
    /// SIMON's round function with one more rotation: four input bits for each output bit fill a
    /// LUT together with the other half and the key.
    /// </summary>
    static uint Turn(uint x) =>
        (Rotate(x, 1) & Rotate(x, 8)) ^ Rotate(x, 2) ^ Rotate(x, 19);

    static uint Rotate(uint x, int n) => (x << n) | (x >> (32 - n));
}
