namespace SmartNic.Driver.Tables;

/// <summary>
/// Which name has which index, 1 and up. An index belongs to a name as long as the name exists; one
/// whose name goes in a transaction is free only after it.
/// </summary>
internal sealed partial class IndexBook(int count)
{
    private readonly string?[] _nameByIndex = new string?[count];
    private Dictionary<string, ushort> _now = [];
    private Dictionary<string, ushort> _next = [];

    /// <summary>Names and indices of the plan, or in force.</summary>
    public IReadOnlyDictionary<string, ushort> Indices(bool isPlan) => isPlan ? _next : _now;

    /// <summary>Index of a name in force; null when there is none.</summary>
    public ushort? Find(string name) => _now.TryGetValue(name, out var index) ? index : null;

    /// <summary>Name of an index in force; null when it has none.</summary>
    public string? NameOf(int index) => (uint)index < (uint)count ? _nameByIndex[index] : null;

    /// <summary>Plans the names of the new world.</summary>
    /// <returns>The plan; null when there are not enough indices, or a name comes twice.</returns>
    public IReadOnlyDictionary<string, ushort>? Plan(IEnumerable<string> names)
    {
        _next = [];
        var wanted = names as IReadOnlyCollection<string> ?? [.. names];
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
                    return null;
                }
            }

            if (!_next.TryAdd(name, index))
            {
                return null;
            }
        }

        return _next;
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
