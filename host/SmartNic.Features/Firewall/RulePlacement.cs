namespace SmartNic.Features;

/// <summary>
/// Gives rules positions in a set of rules: in order, those that are there already where they are,
/// so that an edit writes few rows. Only where a gap between two is full, all are spread anew.
/// Rules are known by what they ask: a name or an action that changes moves nothing, and who takes
/// a board over finds them by what its tables hold.
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
        for (int from = 0, to; from < positions.Length; from = to + 1)
        {
            to = from;
            while (to < positions.Length && positions[to] == 0)
            {
                to++;
            }

            if (!Fill(old, positions, from, to))
            {
                // Moving some costs as much as moving all, which keeps the next ones from it.
                Spread(positions, 0, old.Length);
                break;
            }
        }

        return positions;
    }

    /// <summary>Places rules between the one before and the one behind them: where rules were that
    /// are gone, or with room between them.</summary>
    /// <returns>False when they are too many.</returns>
    private static bool Fill(ReadOnlySpan<RuleConditions?> old, int[] positions, int from, int to)
    {
        var low = from == 0 ? 0 : positions[from - 1];
        var high = to == positions.Length ? old.Length : positions[to];
        if (high - low - 1 < to - from)
        {
            return false;
        }

        var left = new List<int>();
        for (var position = low + 1; position < high; position++)
        {
            if (old[position] is not null)
            {
                left.Add(position);
            }
        }

        if (to - from <= left.Count)
        {
            left[..(to - from)].CopyTo(positions, from);
        }
        else
        {
            Spread(positions.AsSpan(from, to - from), low, high, to == positions.Length);
        }

        return true;
    }

    /// <summary>Places rules between two positions. Behind the last one the room is for more.
    /// </summary>
    private static void Spread(Span<int> positions, int low, int high, bool isEnd = true)
    {
        var step = (high - low) / (double)(positions.Length + 1);
        if (isEnd)
        {
            step = Math.Min(step, Step);
        }

        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = low + (int)(step * (i + 1));
        }
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
