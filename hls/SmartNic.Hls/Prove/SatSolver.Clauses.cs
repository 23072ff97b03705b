using System.Runtime.InteropServices;

namespace SmartNic.Hls.Prove;

/// <summary>Clauses, what they imply, and what a conflict teaches.</summary>
internal sealed partial class SatSolver
{
    private record struct Watch(int Clause, int Other);

    private readonly Watch[][] _watches;
    private readonly int[] _watchCounts;
    private readonly bool[] _seen;
    private readonly List<int> _learned = [];
    private readonly List<int> _steps = [];
    private readonly List<int> _reasons = [];
    private int[] _arena = new int[1 << 16];
    private int _arenaCount = 1;

    /// <summary>Adds a clause at level 0.</summary>
    private void AddClause(ReadOnlySpan<int> clause)
    {
        int at = Store(clause);
        // Watches want literals that are not false yet.
        int good = at;
        for (int i = at; i < at + clause.Length && good < at + 2; i++)
        {
            if (_value[_arena[i]] < 0) continue;
            (_arena[good], _arena[i]) = (_arena[i], _arena[good]);
            good++;
        }
        AddWatch(_arena[at], new(at, _arena[at + 1]));
        AddWatch(_arena[at + 1], new(at, _arena[at]));
        if (good == at)
        {
            _reasons.Clear();
            _reasons.Add(at);
            CheckFacts();
            _derivation.Follows([], _arena, _reasons);
            _never = true;
        }
        else if (good == at + 1 && _value[_arena[at]] == 0)
        {
            Set(_arena[at], at);
        }
    }

    private int Store(ReadOnlySpan<int> clause)
    {
        if (_arenaCount + clause.Length + 1 > _arena.Length)
            Array.Resize(ref _arena, Math.Max(2 * _arena.Length, _arenaCount + clause.Length + 1));
        _arena[_arenaCount++] = clause.Length;
        int at = _arenaCount;
        clause.CopyTo(_arena.AsSpan(at));
        _arenaCount += clause.Length;
        return at;
    }

    private void AddWatch(int literal, Watch watch)
    {
        int count = _watchCounts[literal];
        if (_watches[literal] == null) _watches[literal] = new Watch[4];
        else if (count == _watches[literal].Length) Array.Resize(ref _watches[literal], 2 * count);
        _watches[literal][count] = watch;
        _watchCounts[literal] = count + 1;
    }

    /// <summary>Follows all implications; a clause that is violated, or 0.</summary>
    private int Propagate()
    {
        int conflict = 0;
        while (conflict == 0 && _head < _trailCount)
        {
            int no = _trail[_head++] ^ 1, count = _watchCounts[no], kept = 0, i = 0;
            var watches = _watches[no];
            while (i < count)
            {
                var watch = watches[i++];
                if (_value[watch.Other] > 0)
                {
                    watches[kept++] = watch;
                    continue;
                }
                int at = watch.Clause;
                if (_arena[at] == no) (_arena[at], _arena[at + 1]) = (_arena[at + 1], no);
                int first = _arena[at];
                if (_value[first] <= 0 && Rewatch(at, first)) continue;
                watches[kept++] = new(at, first);
                if (_value[first] > 0) continue;
                if (_value[first] == 0)
                {
                    Set(first, at);
                    continue;
                }
                conflict = at;
                while (i < count) watches[kept++] = watches[i++];
            }
            _watchCounts[no] = kept;
        }
        return conflict;
    }

    private bool Rewatch(int at, int first)
    {
        int end = at + _arena[at - 1];
        for (int k = at + 2; k < end; k++)
        {
            int literal = _arena[k];
            if (_value[literal] < 0) continue;
            (_arena[at + 1], _arena[k]) = (literal, _arena[at + 1]);
            AddWatch(literal, new(at, first));
            return true;
        }
        return false;
    }

    /// <summary>Learns the first unique implication point of a conflict, and goes back to where
    /// it implies something.</summary>
    private void Learn(int conflict)
    {
        CheckFacts();
        _steps.Clear();
        _learned.Clear();
        _learned.Add(0);
        int open = 0, at = _trailCount, clause = conflict, level = _decisions.Count;
        if (level == 0)
        {
            Check([], conflict);
            _never = true;
            return;
        }
        while (true)
        {
            open += Mark(clause, level);
            while (!_seen[_trail[--at] >> 1]) { }
            int v = _trail[at] >> 1;
            if (--open == 0) break;
            _steps.Add(v);
            clause = _reason[v];
        }
        _learned[0] = _trail[at] ^ 1;
        int[] marked = [.. _learned, .. _steps.Select(v => 2 * v)];
        Shorten();
        foreach (int literal in marked) _seen[literal >> 1] = false;
        Check(CollectionsMarshal.AsSpan(_learned), conflict);
        _heap.Fade();
        Use();
    }

    /// <summary>Marks the literals of a clause; returns how many of the level are new.</summary>
    private int Mark(int clause, int level)
    {
        int fresh = 0;
        for (int i = clause; i < clause + _arena[clause - 1]; i++)
        {
            int v = _arena[i] >> 1;
            if (_seen[v] || _level[v] == 0) continue;
            // The literal that the clause implied is resolved upon: it is marked already.
            _seen[v] = true;
            _heap.Bump(v);
            if (_level[v] == level) fresh++;
            else _learned.Add(_arena[i]);
        }
        return fresh;
    }

    /// <summary>Drops literals that the rest of the clause implies.</summary>
    private void Shorten()
    {
        for (int i = _learned.Count; --i > 0;)
        {
            int v = _learned[i] >> 1, reason = _reason[v];
            if (reason == 0) continue;
            bool implied = true;
            for (int k = reason; implied && k < reason + _arena[reason - 1]; k++)
                implied = _arena[k] >> 1 is var u && (u == v || _level[u] == 0 || _seen[u]);
            if (!implied) continue;
            _steps.Add(v);
            _learned.RemoveAt(i);
        }
    }

    private void Use()
    {
        int back = 0, at = 1;
        for (int i = 1; i < _learned.Count; i++)
            if (_level[_learned[i] >> 1] is var l && l > back) (back, at) = (l, i);
        Back(back);
        if (_learned.Count == 1)
        {
            Set(_learned[0], 0);
            return;
        }
        (_learned[1], _learned[at]) = (_learned[at], _learned[1]);
        int clause = Store(CollectionsMarshal.AsSpan(_learned));
        AddWatch(_learned[0], new(clause, _learned[1]));
        AddWatch(_learned[1], new(clause, _learned[0]));
        Set(_learned[0], clause);
    }

    /// <summary>An assumption is false: checks that the others imply it.</summary>
    private void Refute(int assumption)
    {
        CheckFacts();
        _steps.Clear();
        _learned.Clear();
        _learned.Add(assumption ^ 1);
        int count = 0;
        int last = _trailCount;
        _seen[assumption >> 1] = _level[assumption >> 1] > 0;
        while (--last >= (_decisions.Count == 0 ? 0 : _decisions[0]))
        {
            int v = _trail[last] >> 1;
            if (!_seen[v]) continue;
            _seen[v] = false;
            if (_reason[v] == 0)
            {
                _learned.Add(_trail[last] ^ 1);
                continue;
            }
            _steps.Add(v);
            for (int i = _reason[v]; i < _reason[v] + _arena[_reason[v] - 1]; i++)
                if (_level[_arena[i] >> 1] > 0 && _place[_arena[i] >> 1] < last)
                    _seen[_arena[i] >> 1] = true;
            count++;
        }
        if (count > 0)
            Check(CollectionsMarshal.AsSpan(_learned), 0);
    }

    /// <summary>What is implied without decisions becomes a fact of the derivation.</summary>
    private void CheckFacts()
    {
        int end = _decisions.Count == 0 ? _trailCount : _decisions[0];
        for (; _checked < end; _checked++)
        {
            int literal = _trail[_checked], reason = _reason[literal >> 1];
            if (reason == 0) continue;
            _reasons.Clear();
            _reasons.Add(reason);
            _derivation.Follows([literal], _arena, _reasons);
        }
    }

    private void Check(ReadOnlySpan<int> clause, int last)
    {
        _steps.Sort((x, y) => _place[x].CompareTo(_place[y]));
        _reasons.Clear();
        foreach (int v in _steps) _reasons.Add(_reason[v]);
        if (last != 0) _reasons.Add(last);
        _derivation.Follows(clause, _arena, _reasons);
    }
}
