using System.Numerics;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Check.Stimulus;

/// <summary>
/// Random numbers with more than their share of edges, and some that return: a key in a table and
/// the key of a packet then meet.
/// </summary>
internal sealed class NumberSource
{
    private const int Returning = 6;
    private readonly BigInteger[] _pool;
    private readonly ulong[] _words;

    public NumberSource(int seed)
    {
        Random = new(seed);
        _pool = [.. Enumerable.Range(0, Returning).Select(_ => Any(512))];
        _words = [.. _pool.Select(p => (ulong)(p & ulong.MaxValue))];
    }

    public Random Random { get; }

    /// <summary>A number of up to 64 bits.</summary>
    public ulong NextWord(int width)
    {
        ulong mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        ulong any = (ulong)Random.NextInt64(long.MinValue, long.MaxValue) & mask;
        return Random.Next(12) switch
        {
            0 => 0,
            1 => mask,
            2 => any >> Random.Next(width),
            3 => any & 3,
            4 => 1UL << Random.Next(width),
            5 or 6 or 7 => _words[Random.Next(Returning)] & mask,
            _ => any,
        };
    }

    public BigInteger Next(int width)
    {
        if (width <= 64) return NextWord(width);
        return Random.Next(8) switch
        {
            0 => 0,
            1 => Bits.Mask(width),
            2 => Any(width) >> Random.Next(width),
            3 => BigInteger.One << Random.Next(width),
            4 or 5 => FromPool(width),
            _ => Any(width),
        };
    }

    /// <summary>One of few numbers.</summary>
    public BigInteger FromPool(int width) => _pool[Random.Next(Returning)] & Bits.Mask(width);

    private BigInteger Any(int width)
    {
        var bytes = new byte[width / 8 + 1];
        Random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & Bits.Mask(width);
    }
}
