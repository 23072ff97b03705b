namespace SmartNic.Hls.Prove;

/// <summary>Variables by how often they met in recent conflicts (VSIDS, Moskewicz et al.
/// 2001).</summary>
internal sealed class ActivityHeap(int variables)
{
    private const double Decay = 0.95, TooLarge = 1e100;

    private readonly double[] _activity = new double[variables];
    private readonly int[] _heap = new int[variables];
    private readonly int[] _place = [.. Enumerable.Repeat(-1, variables)];
    private int _count;
    private double _step = 1;

    /// <summary>Empties it; activities stay.</summary>
    public void Clear()
    {
        for (int i = 0; i < _count; i++) _place[_heap[i]] = -1;
        _count = 0;
    }

    /// <summary>True for a variable that has met in a conflict.</summary>
    public bool IsActive(int variable) => _activity[variable] > 0;

    /// <summary>Adds a variable, unless it is there.</summary>
    public void Add(int variable)
    {
        if (_place[variable] >= 0) return;
        _heap[_count] = variable;
        Up(_count++);
    }

    /// <summary>Takes the most active; -1 when empty.</summary>
    public int Take()
    {
        if (_count == 0) return -1;
        int top = _heap[0], last = _heap[--_count];
        _place[top] = -1;
        if (_count > 0) Down(last);
        return top;
    }

    /// <summary>A variable met in a conflict.</summary>
    public void Bump(int variable)
    {
        if ((_activity[variable] += _step) > TooLarge)
        {
            for (int v = 0; v < _activity.Length; v++) _activity[v] /= TooLarge;
            _step /= TooLarge;
        }
        if (_place[variable] >= 0) Up(_place[variable]);
    }

    /// <summary>After a conflict: earlier ones count less.</summary>
    public void Fade() => _step /= Decay;

    private void Up(int at)
    {
        int variable = _heap[at];
        while (at > 0 && _activity[_heap[(at - 1) / 2]] < _activity[variable])
        {
            Put(at, _heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        Put(at, variable);
    }

    private void Down(int variable)
    {
        int at = 0;
        while ((2 * at) + 1 < _count)
        {
            int child = (2 * at) + 1;
            if (child + 1 < _count && _activity[_heap[child + 1]] > _activity[_heap[child]])
                child++;
            if (_activity[_heap[child]] <= _activity[variable]) break;
            Put(at, _heap[child]);
            at = child;
        }
        Put(at, variable);
    }

    private void Put(int at, int variable)
    {
        _heap[at] = variable;
        _place[variable] = at;
    }
}
