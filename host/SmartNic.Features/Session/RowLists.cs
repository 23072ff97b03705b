namespace SmartNic.Features;

/// <summary>
/// Lists of rows, each of which is in one list at most: append, remove and take the first cost the
/// same whatever their length, and nothing is allocated.
/// </summary>
internal sealed class RowLists
{
    /// <summary>No row, or no list.</summary>
    public const int None = -1;

    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _list;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _count;

    /// <param name="rows">Rows there are.</param>
    /// <param name="lists">Lists there are; all are empty.</param>
    public RowLists(int rows, int lists)
    {
        (_next, _previous, _list) = (new int[rows], new int[rows], new int[rows]);
        (_first, _last, _count) = (new int[lists], new int[lists], new int[lists]);
        Array.Fill(_list, None);
        Array.Fill(_first, None);
        Array.Fill(_last, None);
    }

    /// <summary>First row of a list.</summary>
    public int First(int list) => _first[list];

    /// <summary>Rows in a list.</summary>
    public int Count(int list) => _count[list];

    /// <summary>Which list a row is in.</summary>
    public int ListOf(int row) => _list[row];

    /// <summary>Puts a row at the end of a list, and out of the one that it is in.</summary>
    public void Append(int list, int row)
    {
        Remove(row);
        var last = _last[list];
        (_list[row], _previous[row], _next[row]) = (list, last, None);
        if (last == None)
        {
            _first[list] = row;
        }
        else
        {
            _next[last] = row;
        }

        _last[list] = row;
        _count[list]++;
    }

    /// <summary>Takes a row out of the list that it is in, if it is in one.</summary>
    public void Remove(int row)
    {
        var list = _list[row];
        if (list == None)
        {
            return;
        }

        var (previous, next) = (_previous[row], _next[row]);
        _ = previous == None ? _first[list] = next : _next[previous] = next;
        _ = next == None ? _last[list] = previous : _previous[next] = previous;
        _list[row] = None;
        _count[list]--;
    }
}
