using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

[InlineArray(6)]
public struct Nibbles
{
    private Table<Set> _first;
}

public struct Set
{
    public U12 Low;
    public bool High;

    public static Set operator |(in Set x, in Set y)
    {
        Set z = default;
        z.Low = x.Low | y.Low;
        z.High = x.High | y.High;
        return z;
    }
}

public struct Rules
{
    [Depth(32), Latency(1)]
    public Nibbles Excluded;

    [Depth(2)]
    public Table<Set> Used;
}

public static class Columns
{
    // Tables that are looked up side by side: an inline array, in a struct of state, by reference.
    [Kernel("snic_columns")]
    public static bool Run(uint key, bool second, in Rules rules)
    {
        Set set = Excluded(rules.Excluded, key, second) | rules.Used.Read(second ? 1u : 0u);
        return set.High | set.Low == (U12)0xFFF;
    }

    static Set Excluded(in Nibbles nibbles, uint key, bool second)
    {
        Set all = default;
        for (int i = 0; i < 6; i++)
        {
            all = all | nibbles[i].Read(Row(second, key >> (4 * i)));
        }

        return all;
    }

    static U5 Row(bool second, uint nibble) => (U5)((nibble & 15) | (second ? 16u : 0u));
}
