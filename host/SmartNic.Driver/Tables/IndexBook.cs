namespace SmartNic.Driver.Tables;

/// <summary>
/// Which name has which index, 1 and up. An index belongs to a name as long as the name exists; one
/// whose name goes in a transaction is free only after it.
/// </summary>
/// <param name="kind">What the names are of: the key of their list in a configuration.</param>
/// <param name="count">Indices that there are, 0 included.</param>
/// <param name="namesOf">The names of a configuration.</param>
internal sealed partial class IndexBook(
    string kind, int count, Func<IConfig, IEnumerable<string>> namesOf)
{
    private readonly string?[] _nameByIndex = new string?[count];
    private Dictionary<string, ushort> _now = [];
    private Dictionary<string, ushort> _next = [];

    /// <summary>What the names are of.</summary>
    public string Kind => kind;

    /// <summary>Names and indices of the plan.</summary>
    public IReadOnlyDictionary<string, ushort> Planned => _next;

    /// <summary>Names and indices of the plan, or in force.</summary>
    public IReadOnlyDictionary<string, ushort> Indices(bool isPlan) => isPlan ? _next : _now;

    /// <summary>Index of a name in force; null when there is none.</summary>
    public ushort? Find(string name) => _now.TryGetValue(name, out var index) ? index : null;

    /// <summary>Name of an index in force; null when it has none.</summary>
    public string? NameOf(int index) => (uint)index < (uint)count ? _nameByIndex[index] : null;

    /// <summary>Plans the names of the new world.</summary>
    /// <returns>False when there are not enough indices, or a name comes twice.</returns>
    public bool Plan(IConfig config)
    {
        _next = [];
        string[] wanted = [.. namesOf(config)];
        var promised = Promised(wanted);
        var isPromised = promised.Values.ToHashSet();
        ushort free = 1;
        foreach (var name in wanted)
        {
            if (!_now.TryGetValue(name, out var index) && !promised.TryGetValue(name, out index))
            {
                while (free < count
                    && (_nameByIndex[free] is not null || isPromised.Contains(free)))
                {
                    free++;
                }

                index = free;
                if (free++ >= count)
                {
                    return false;
                }
            }

            if (!_next.TryAdd(name, index))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts the plan in force.</summary>
    public void Commit()
    {
        Array.Clear(_nameByIndex);
        foreach (var (name, index) in _next)
        {
            _nameByIndex[index] = name;
        }

        _now = _next;
        _next = [];
    }
}
