using SmartNic.Kernels;

namespace SmartNic.Driver.Tables;

/// <content>
/// The plan of a whole world: what is wanted and not in force comes, what is in force and not
/// wanted goes. This costs by the world; what comes of it is a plan like any other.
/// </content>
internal sealed partial class ExactTable<TKey, TValue>
{
    private readonly bool[] _isWanted;
    private bool _isWhole;
    private int _stay;

    /// <summary>True when the plan places every entry anew, for another hash key.</summary>
    public bool IsRekeyed => _newKey != HashKey;

    /// <summary>Entries of the plan, those in force included; kept after a rollback.</summary>
    public int Wanted { get; private set; }

    /// <summary>
    /// Whether the planned entries, all at new places, would fit beside those in force: up to a
    /// load of 47 % of each.
    /// </summary>
    public bool FitsTwice => Used + Wanted <= Capacity * ExactLayout.FullPercent / 100;

    /// <summary>Starts the plan of a whole world.</summary>
    /// <param name="oldGeneration">Generation in force.</param>
    /// <param name="newKey">
    /// Key of the hashes in the new one; one that is not in force places every entry anew.
    /// </param>
    public void BeginWorld(int oldGeneration, ulong newKey)
    {
        Begin(oldGeneration);
        (_isWhole, _newKey, _stay, Wanted) = (true, newKey, 0, 0);
        Array.Clear(_isWanted);
    }

    /// <summary>Says that the new world has an entry.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="owner">Index of who it belongs to; all of one come in a row.</param>
    /// <returns>False when the new world already has another of this key.</returns>
    public bool Want(in TKey key, in TValue value, int owner = 0)
    {
        Wanted++;
        var at = Find(key, OldBit);
        if (at < 0)
        {
            _come++;
            Add(key, value, owner);
            return true;
        }

        if (_isWanted[at])
        {
            return false;
        }

        _isWanted[at] = true;
        _stay++;
        SetNext(at, value);
        if (IsRekeyed)
        {
            Add(key, value, owner);
        }

        return true;
    }

    /// <summary>Of a whole world, what nobody wanted goes.</summary>
    private void GoUnwanted()
    {
        if (!_isWhole || (_stay == Used && !IsRekeyed))
        {
            return;
        }

        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i].Gen == 0)
            {
                continue;
            }

            if (!_isWanted[i])
            {
                Go(i);
            }
            else if (IsRekeyed)
            {
                Hide(i);
            }
        }
    }
}
