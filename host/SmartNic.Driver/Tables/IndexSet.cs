using System.Runtime.InteropServices;

namespace SmartNic.Driver.Tables;

/// <summary>
/// Indices, each once, in the order in which they came. All costs by what is in it, and nothing is
/// allocated once it has grown.
/// </summary>
/// <param name="count">Indices that there are.</param>
internal sealed class IndexSet(int count)
{
    private readonly bool[] _has = new bool[count];
    private readonly List<int> _items = [];

    /// <summary>The indices.</summary>
    public ReadOnlySpan<int> Items => CollectionsMarshal.AsSpan(_items);

    /// <summary>Whether an index is in it.</summary>
    public bool Contains(int index) => _has[index];

    /// <summary>Puts an index in, if it is not.</summary>
    public void Add(int index)
    {
        if (!_has[index])
        {
            _has[index] = true;
            _items.Add(index);
        }
    }

    /// <summary>Takes all out.</summary>
    public void Clear()
    {
        foreach (var index in _items)
        {
            _has[index] = false;
        }

        _items.Clear();
    }
}
