namespace SmartNic.Driver.Tables;

/// <content>
/// Indices that are in use on a board whose owner is gone. They have stand-ins for names, which no
/// configuration can hold, until it is known whose they are.
/// </content>
internal sealed partial class IndexBook
{
    private IReadOnlyDictionary<string, ushort> _preferred = new Dictionary<string, ushort>();

    /// <summary>Says which indices are in use; nobody has a name yet.</summary>
    public void Adopt(IEnumerable<ushort> used)
    {
        Array.Clear(_nameByIndex);
        _now = [];
        foreach (var index in used.Where(i => i < count))
        {
            _nameByIndex[index] = StandIn(index);
            _now.Add(StandIn(index), index);
        }
    }

    /// <summary>Names an index in use that has none yet, if that name is not taken.</summary>
    /// <returns>False when it could not.</returns>
    public bool TryName(ushort index, string name)
    {
        if (NameOf(index) != StandIn(index) || !_now.TryAdd(name, index))
        {
            return false;
        }

        _now.Remove(StandIn(index));
        _nameByIndex[index] = name;
        return true;
    }

    /// <summary>
    /// Which index a name shall have when it comes and the index is free: what it had before the
    /// board lost it.
    /// </summary>
    public void Prefer(IReadOnlyDictionary<string, ushort> indices) => _preferred = indices;

    private static string StandIn(ushort index) => $"?{index}";

    /// <summary>New names that get the index which they had.</summary>
    private Dictionary<string, ushort> Promised(IEnumerable<string> names)
    {
        var promised = new Dictionary<string, ushort>();
        if (_preferred.Count == 0)
        {
            return promised;
        }

        var taken = new HashSet<ushort>();
        foreach (var name in names)
        {
            if (!_now.ContainsKey(name) && _preferred.TryGetValue(name, out var index)
                && index > 0 && index < count && _nameByIndex[index] is null && taken.Add(index))
            {
                promised.TryAdd(name, index);
            }
        }

        return promised;
    }
}
