namespace SmartNic.Hls.Prove;

/// <summary>
/// Checks each step of the solver by a second, simpler rule: a clause follows when its negation
/// makes the named reasons unit, one after the other, until one of them is empty. So what the
/// solver says is never true stands on the clauses of the gates and on this rule, and not on its
/// search (reverse unit propagation with hints, as in LRAT, Cruz-Filipe et al. 2017).
/// </summary>
internal sealed class Derivation(int literals)
{
    private readonly int[] _false = new int[literals];
    private readonly bool[] _facts = new bool[literals];
    private int _turn;

    /// <summary>Takes a literal as true, as a premise.</summary>
    public void Suppose(int literal) => _facts[literal] = true;

    /// <summary>Checks a clause; one of a single literal is a fact from then on.</summary>
    /// <param name="clause">What is said to follow.</param>
    /// <param name="arena">Clauses: literals from an index on, their number before them.</param>
    /// <param name="reasons">Their indices, in the order in which they become unit.</param>
    /// <exception cref="InvalidOperationException">It does not follow: the solver is
    /// wrong.</exception>
    public void Follows(ReadOnlySpan<int> clause, int[] arena, List<int> reasons)
    {
        _turn++;
        foreach (int literal in clause) _false[literal] = _turn;
        foreach (int reason in reasons)
        {
            int open = -1;
            for (int i = reason; i < reason + arena[reason - 1]; i++)
            {
                int literal = arena[i];
                if (_false[literal] == _turn || _facts[literal ^ 1] || literal == open) continue;
                if (open >= 0) throw Wrong("a reason is not unit");
                open = literal;
            }
            if (open < 0)
            {
                if (clause.Length == 1) _facts[clause[0]] = true;
                return;
            }
            _false[open ^ 1] = _turn;
        }
        throw Wrong("its reasons do not contradict it");
    }

    private static InvalidOperationException Wrong(string why) =>
        new($"a step of the solver does not follow: {why}");
}
