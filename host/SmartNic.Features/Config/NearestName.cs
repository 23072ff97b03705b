namespace SmartNic.Features;

/// <summary>What somebody may have meant who mistyped a name.</summary>
public static class NearestName
{
    private const int MaxLength = 40;

    /// <summary>The known name that is nearest to a word; null when none is near.</summary>
    /// <param name="word">What was typed; words of more than 40 characters are like nothing.
    /// </param>
    /// <param name="known">The names that there are.</param>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > MaxLength)
        {
            return null;
        }

        // A third of the letters may be wrong, as for a swap in a short word.
        var (best, least) = ((string?)null, Math.Max(2, word.Length / 3) + 1);
        foreach (var name in known)
        {
            var distance = name.StartsWith(word, StringComparison.Ordinal) && word.Length > 2
                ? 1 : Distance(word, name);
            if (distance < least && distance < name.Length)
            {
                (best, least) = (name, distance);
            }
        }

        return best;
    }

    /// <summary>
    /// Letters to add, take away, replace or swap with a neighbour; case counts for nothing.
    /// </summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxLength)
        {
            return int.MaxValue;
        }

        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                costs[i, j] = i == 0 || j == 0 ? i + j : Cost(costs, a, b, i, j);
            }
        }

        return costs[a.Length, b.Length];
    }

    private static int Cost(int[,] costs, string a, string b, int i, int j)
    {
        bool Same(int x, int y) =>
            char.ToLowerInvariant(a[x - 1]) == char.ToLowerInvariant(b[y - 1]);
        var cost = Math.Min(
            Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1,
            costs[i - 1, j - 1] + (Same(i, j) ? 0 : 1));
        return i > 1 && j > 1 && Same(i, j - 1) && Same(i - 1, j)
            ? Math.Min(cost, costs[i - 2, j - 2] + 1) : cost;
    }
}
