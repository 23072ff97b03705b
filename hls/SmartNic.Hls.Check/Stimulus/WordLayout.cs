using System.Numerics;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Check.Stimulus;

/// <summary>A port and its place in a vector of 64-bit words.</summary>
internal readonly record struct WordPort(string Name, int Width, int At)
{
    public int Words => (Width + 63) / 64;
}

/// <summary>
/// Values of ports as 64-bit words, each port from a word of its own on: one form for the JIT, the
/// interpreter and Verilator.
/// </summary>
internal sealed class WordLayout
{
    public WordLayout(IEnumerable<(string Name, int Width)> ports)
    {
        var list = new List<WordPort>();
        foreach (var (name, width) in ports)
        {
            list.Add(new(name, width, Words));
            Words += list[^1].Words;
        }
        Ports = list;
    }

    public IReadOnlyList<WordPort> Ports { get; }

    /// <summary>Words of one vector.</summary>
    public int Words { get; private set; }

    public static WordLayout Inputs(Design design) =>
        new(design.Inputs.Select(p => (p.Name, p.Node.Width)));

    public static WordLayout Outputs(Design design) =>
        new(design.Outputs.Select(p => (p.Name, p.Node.Width)));

    public static BigInteger Get(WordPort port, ReadOnlySpan<ulong> words)
    {
        BigInteger value = 0;
        for (int w = port.Words - 1; w >= 0; w--) value = (value << 64) | words[port.At + w];
        return value;
    }

    public static void Set(WordPort port, Span<ulong> words, BigInteger value)
    {
        for (int w = 0; w < port.Words; w++, value >>= 64)
            words[port.At + w] = (ulong)(value & ulong.MaxValue);
    }

    /// <summary>Writes some bits of a port.</summary>
    public static void SetBits(
        WordPort port, Span<ulong> words, int low, int width, BigInteger value)
    {
        if (port.Words > 1)
        {
            var mask = Bits.Mask(width) << low;
            Set(port, words, (Get(port, words) & ~mask) | ((value << low) & mask));
            return;
        }
        ulong bits = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        ref ulong word = ref words[port.At];
        word = (word & ~(bits << low)) | (((ulong)(value & ulong.MaxValue) & bits) << low);
    }

    public BigInteger[] Values(ReadOnlySpan<ulong> words)
    {
        var values = new BigInteger[Ports.Count];
        for (int p = 0; p < values.Length; p++)
            values[p] = Ports[p].Words == 1 ? words[Ports[p].At] : Get(Ports[p], words);
        return values;
    }
}
