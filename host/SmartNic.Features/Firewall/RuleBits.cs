using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Single rules in sets of rules.</summary>
internal static class RuleBits
{
    /// <summary>Whether the rule at a position is in a set.</summary>
    public static bool Has(in RuleSet set, int position) =>
        (Word(set, position / 64) >> position % 64 & 1) != 0;

    /// <summary>Puts the rule at a position into a set.</summary>
    public static void Add(ref RuleSet set, int position)
    {
        var bit = 1UL << position % 64;
        switch (position / 64)
        {
            case 0: set.W0 |= bit; break;
            case 1: set.W1 |= bit; break;
            case 2: set.W2 |= bit; break;
            case 3: set.W3 |= bit; break;
            case 4: set.W4 |= bit; break;
            case 5: set.W5 |= bit; break;
            case 6: set.W6 |= bit; break;
            default: set.W7 |= bit; break;
        }
    }

    /// <summary>Positions of the rules in a set, in order.</summary>
    public static IEnumerable<int> Positions(RuleSet set)
    {
        for (var word = 0; word < 8; word++)
        {
            for (var left = Word(set, word); left != 0; left &= left - 1)
            {
                yield return (64 * word) + System.Numerics.BitOperations.TrailingZeroCount(left);
            }
        }
    }

    private static ulong Word(in RuleSet set, int word) => word switch
    {
        0 => set.W0,
        1 => set.W1,
        2 => set.W2,
        3 => set.W3,
        4 => set.W4,
        5 => set.W5,
        6 => set.W6,
        _ => set.W7,
    };
}
