namespace SmartNic.Hls.Il;

/// <summary>A method that runs.</summary>
internal sealed class Frame(Body body, Decision? from)
{
    public Body Body { get; } = body;

    /// <summary>The path that led here; it is the path again where the method ends.</summary>
    public Decision? From { get; } = from;

    public Cell[] Arguments { get; } = [.. body.Arguments.Select((_, i) => new Cell($"arg{i}"))];

    public Cell[] Locals { get; } = [.. body.Locals.Select((_, i) => new Cell($"local{i}"))];

    /// <summary>Type of a constrained. prefix, for the call behind it.</summary>
    public Type? Constrained { get; set; }

    public IEnumerable<Cell> Cells => [.. Arguments, .. Locals];

    /// <summary>The path where all sides of some decisions have met.</summary>
    public Decision? Meet(Decision? path, int block)
    {
        var left = path;
        for (var p = path; p != From; p = p!.Parent)
            if (p!.Join == block) left = p.Parent;
        return left;
    }
}

/// <summary>A block at one turn of each loop around it; ordered as execution is.</summary>
internal sealed class Turn : IComparable<Turn>
{
    private readonly int[] _key;
    private readonly int[] _turns;

    private Turn(ControlFlow flow, int block, int[] turns)
    {
        (Block, _turns) = (block, turns);
        _key = [.. flow.Loops[block].SelectMany((head, i) => new[] { flow.Place[head], turns[i] }),
            flow.Place[block]];
    }

    public int Block { get; }

    /// <summary>Turns of the innermost loop.</summary>
    public int Turns => _turns.Length == 0 ? 0 : _turns[^1];

    public static Turn First(ControlFlow flow) => new(flow, 0, new int[flow.Loops[0].Length]);

    /// <summary>Where an edge leads: the head of a loop from within it starts a turn.</summary>
    public Turn To(ControlFlow flow, int target)
    {
        int[] from = flow.Loops[Block], to = flow.Loops[target];
        var turns = new int[to.Length];
        for (int i = 0; i < to.Length && i < from.Length && to[i] == from[i]; i++)
        {
            turns[i] = _turns[i];
            if (to[i] != target) continue;
            turns[i]++;
            break;
        }
        return new(flow, target, turns);
    }

    public int CompareTo(Turn? other)
    {
        for (int i = 0; i < _key.Length && i < other!._key.Length; i++)
            if (_key[i] != other._key[i]) return _key[i].CompareTo(other._key[i]);
        return _key.Length.CompareTo(other!._key.Length);
    }
}
