namespace SmartNic.Features;

/// <summary>
/// Gives rules positions in a set of rules: in order, those that are there already where they are,
/// so that an edit writes few rows. Rules are known by what they ask, so a name or an action that
/// changes moves nothing, and who takes a board over finds them by what its tables hold.
/// </summary>
internal static class RulePlacement
{
    /// <summary>What is left free between rules where there is room for it.</summary>
    private const int Step = 8;

    /// <summary>Positions of rules: rising, from 1 on.</summary>
    /// <param name="old">By position the rules that there are; null where there is none.</param>
    /// <param name="wanted">The rules that there shall be, in order; fewer than positions.</param>
    public static int[] Place(
        ReadOnlySpan<RuleConditions?> old, IReadOnlyList<RuleConditions> wanted)
    {
        var positions = Kept(old, wanted);
        for (var from = 0; from < wanted.Count;)
        {
            from = positions[from] != 0 ? from + 1 : Fill(old, positions, from);
        }

        return positions;
    }

    /// <summary>Places the rules from one on that have no position yet, as far as the next that
    /// has. Where they are too many for the gap, neighbours lose theirs until there is room to
    /// spare.</summary>
    /// <returns>The next rule.</returns>
    private static int Fill(ReadOnlySpan<RuleConditions?> old, int[] positions, int from)
    {
        var to = from;
        while (to < positions.Length && positions[to] == 0)
        {
            to++;
        }

        for (var isWide = false; !HasRoom(old.Length, positions, from, to, isWide); isWide = true)
        {
            from = Math.Max(from - 1, 0);
            to = Math.Min(to + 1, positions.Length);
        }

        var (low, high) = Gap(old.Length, positions, from, to);
        var left = new List<int>();
        for (var position = low + 1; position < high; position++)
        {
            if (old[position] is not null)
            {
                left.Add(position);
            }
        }

        var count = to - from;
        var step = (high - low) / (double)(count + 1);
        if (to == positions.Length)
        {
            step = Math.Min(step, Step);
        }

        for (var i = 0; i < count; i++)
        {
            positions[from + i] = count <= left.Count
                ? left[i] : low + (int)(step * (i + 1));
        }

        return to;
    }

    private static (int Low, int High) Gap(int count, int[] positions, int from, int to) =>
        (from == 0 ? 0 : positions[from - 1], to == positions.Length ? count : positions[to]);

    private static bool HasRoom(int count, int[] positions, int from, int to, bool isWide)
    {
        var (low, high) = Gap(count, positions, from, to);
        var (rules, room, all) = (to - from, high - low - 1, count - 1);

        // What is spread anew is to be less dense afterwards than a full gap: half way between that
        // and the whole.
        return isWide
            ? 2 * all * rules <= room * (all + positions.Length)
            : rules <= room;
    }

    /// <summary>Positions of the rules that stay: a longest common part of both orders; 0 for the
    /// others.</summary>
    private static int[] Kept(
        ReadOnlySpan<RuleConditions?> old, IReadOnlyList<RuleConditions> wanted)
    {
        var numbers = new Dictionary<RuleConditions, int>();
        int Number(RuleConditions rule)
        {
            numbers.TryAdd(rule, numbers.Count);
            return numbers[rule];
        }

        var before = new List<(int Rule, int Position)>();
        for (var position = 1; position < old.Length; position++)
        {
            if (old[position] is { } rule)
            {
                before.Add((Number(rule), position));
            }
        }

        int[] after = [.. wanted.Select(Number)];
        var positions = new int[after.Length];
        int start = 0, end = 0, most = Math.Min(before.Count, after.Length);
        for (; start < most && before[start].Rule == after[start]; start++)
        {
            positions[start] = before[start].Position;
        }

        for (; end < most - start && before[^(end + 1)].Rule == after[^(end + 1)]; end++)
        {
            positions[^(end + 1)] = before[^(end + 1)].Position;
        }

        Common(
            before[start..^end], after.AsSpan(start, after.Length - start - end),
            positions.AsSpan(start));
        return positions;
    }

    private static void Common(
        List<(int Rule, int Position)> before, ReadOnlySpan<int> after, Span<int> positions)
    {
        // lengths[i, j]: of the longest common part of before[i..] and after[j..].
        var lengths = new int[before.Count + 1, after.Length + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i].Rule == after[j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < before.Count && j < after.Length;)
        {
            if (before[i].Rule == after[j])
            {
                positions[j++] = before[i++].Position;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }
}
