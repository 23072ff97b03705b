using SmartNic.Kernels;

namespace SmartNic.Driver.Tables;

/// <summary>
/// The plan of one transaction: what comes, what goes, what has another value. Every change of a
/// slot can be undone, so a plan that fails costs what it changed.
/// </summary>
internal sealed partial class ExactTable<TKey, TValue>
{
    private readonly Dictionary<TKey, KeyChange> _changes =
        new(KeyComparer<TKey>.Instance);
    private readonly List<KeyChange> _ordered = [];
    private readonly List<(int Slot, ExactSlot<TKey, TValue> Before)> _undo = [];
    private ulong _newKey;
    private int _oldGeneration;
    private int _come;
    private int _gone;
    private int _changed;

    /// <summary>What becomes of a key; without value it goes.</summary>
    private readonly record struct KeyChange(int Owner, TKey Key, TValue? Value)
        : IComparable<KeyChange>
    {
        public int CompareTo(KeyChange other) =>
            Owner != other.Owner ? Owner.CompareTo(other.Owner)
            : KeyComparer<TKey>.Instance.Compare(Key, other.Key);
    }

    /// <inheritdoc/>
    public int Added => _come + _changed;

    /// <inheritdoc/>
    public int Removed => _gone + _changed;

    private int Kept => Used - _gone;

    private byte OldBit => (byte)(1 << _oldGeneration);

    private byte NewBit => (byte)(2 >> _oldGeneration);

    /// <inheritdoc/>
    public void Begin(int oldGeneration)
    {
        Rollback();
        _oldGeneration = oldGeneration;
    }

    /// <summary>Says that the new world has an entry; the last word on a key counts.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="owner">Index of who it belongs to.</param>
    public void Put(in TKey key, in TValue value, int owner = 0) =>
        _changes[key] = new KeyChange(owner, key, value);

    /// <summary>Says that the new world has no entry of a key.</summary>
    /// <returns>False when there is none to remove.</returns>
    public bool Remove(in TKey key)
    {
        var isThere = Planned(key) is not null;
        _changes[key] = new KeyChange(0, key, null);
        return isThere;
    }

    /// <summary>Value of a key as put, or in force; null when there is none.</summary>
    public TValue? Planned(in TKey key) =>
        _changes.TryGetValue(key, out var change) ? change.Value : ValueOf(key);

    /// <inheritdoc/>
    public string? Place(List<Unplaced> unplaced)
    {
        TakeChanges();
        GoUnwanted();
        return PlaceRuns(unplaced);
    }

    /// <inheritdoc/>
    public void Rollback()
    {
        for (var i = _undo.Count - 1; i >= 0; i--)
        {
            _slots[_undo[i].Slot] = _undo[i].Before;
        }

        _newKey = HashKey;
        _dirty.Clear();
        ClearPlan();
    }

    /// <summary>
    /// In the order of owners: entries of one are placed together, and the same changes in another
    /// order are the same plan.
    /// </summary>
    private void TakeChanges()
    {
        _ordered.AddRange(_changes.Values);
        _ordered.Sort();
        foreach (var change in _ordered)
        {
            var at = Find(change.Key, OldBit);
            if (change.Value is not { } value)
            {
                Go(at);
            }
            else if (at >= 0)
            {
                SetNext(at, value);
            }
            else
            {
                _come++;
                Add(change.Key, value, change.Owner);
            }
        }

        _changes.Clear();
        _ordered.Clear();
    }

    /// <summary>An entry in force has a value in the new world.</summary>
    private void SetNext(int at, in TValue value)
    {
        var slot = _slots[at];
        if (!_layout.AreSame(slot.ValueOf(_oldGeneration), value))
        {
            _changed++;
            slot.SetValue(1 - _oldGeneration, value);
            Set(at, slot);
        }
    }

    /// <summary>An entry in force, if there is one, is not in the new world.</summary>
    private void Go(int at)
    {
        if (at >= 0)
        {
            _gone++;
            Hide(at);
        }
    }

    /// <summary>A slot is of the old world only.</summary>
    private void Hide(int at)
    {
        var slot = _slots[at];
        slot.Gen = OldBit;
        Set(at, slot);
    }

    private void Set(int at, in ExactSlot<TKey, TValue> slot)
    {
        _undo.Add((at, _slots[at]));
        _slots[at] = slot;
        _dirty.Add(at / Slots);
    }

    private void ClearPlan()
    {
        _undo.Clear();
        _changes.Clear();
        _moves.Clear();
        _images.Clear();
        _added.Clear();
        _runs.Clear();
        _isWhole = false;
        (_come, _gone, _changed) = (0, 0, 0);
    }
}
