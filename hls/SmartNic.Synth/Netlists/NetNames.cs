namespace SmartNic.Synth.Netlists;

/// <summary>A named vector of nets.</summary>
/// <param name="Name">Name, with the instance path before it.</param>
/// <param name="Bits">Nets, least significant first; -1 for a constant.</param>
/// <param name="Offset">Index of the least significant bit.</param>
/// <param name="IsHidden">Made by Yosys, without a name in the source.</param>
internal sealed record NetName(string Name, int[] Bits, int Offset, bool IsHidden);

/// <summary>Chooses the name a person knows for each net.</summary>
internal static class NetNames
{
    /// <summary>
    /// One name per net. A register (`_q`) before a wire, then the outermost instance, then the
    /// shortest name: flattening gives a net one name per module that it passes through.
    /// </summary>
    public static IReadOnlyDictionary<int, string> Of(IEnumerable<NetName> names)
    {
        var chosen = new Dictionary<int, (NetName Name, int Index)>();
        foreach (NetName name in names.Select(ReadRegister)
            .Where(n => !n.IsHidden && !n.Name.Contains('$')))
        {
            for (int i = 0; i < name.Bits.Length; i++)
            {
                int bit = name.Bits[i];
                if (bit >= 0
                    && (!chosen.TryGetValue(bit, out var old) || Compare(name, old.Name) < 0))
                {
                    chosen[bit] = (name, i);
                }
            }
        }

        return chosen.ToDictionary(p => p.Key, p => p.Value.Name.Bits.Length == 1
            ? p.Value.Name.Name
            : $"{p.Value.Name.Name}[{p.Value.Index + p.Value.Name.Offset}]");
    }

    /// <summary>Yosys names the output register of memory `m` `$\m$rdreg[0]$q`.</summary>
    private static NetName ReadRegister(NetName name)
    {
        int end = name.Name.IndexOf("$rdreg[", StringComparison.Ordinal);
        return end > 2 && name.Name.StartsWith(@"$\", StringComparison.Ordinal)
            ? name with { Name = name.Name[2..end] + ".read", IsHidden = false }
            : name;
    }

    private static int Compare(NetName a, NetName b) => Rank(a).CompareTo(Rank(b));

    private static (bool NotRegister, int Depth, int Length, string Name) Rank(NetName name) => (
        !name.Name.EndsWith("_q", StringComparison.Ordinal),
        name.Name.Count(c => c == '.'),
        name.Name.Length,
        name.Name);
}
