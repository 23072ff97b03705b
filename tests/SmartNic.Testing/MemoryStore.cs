using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Testing;

/// <summary>Keeps the state in memory, through the bytes that a file would have.</summary>
public sealed class MemoryStore : IStateStore
{
    private string? _text;
    private string _journal = "";
    private bool _isWhole = true;
    private int _behind;

    /// <summary>Makes <see cref="Save"/> fail.</summary>
    public bool IsFull { get; set; }

    /// <summary>Changes that find room behind a state.</summary>
    public int MostChanges { get; set; } = int.MaxValue;

    /// <summary>Changes that were kept behind a state.</summary>
    public int Appends { get; private set; }

    /// <summary>Times that a state was kept.</summary>
    public int Saves { get; private set; }

    /// <summary>What a driver that starts now is given.</summary>
    public GatewayState? Load() =>
        _text is null ? null : SavedState.Read(_text, "state", _journal);

    /// <inheritdoc/>
    public void Save(GatewayState state)
    {
        if (IsFull)
        {
            throw new IOException("no space left");
        }

        _text = StateText.Write(state);
        (_journal, _isWhole, _behind) = (JournalText.Head(_text), state.Next is null, 0);
        Saves++;
    }

    /// <inheritdoc/>
    public bool TryAppend(StateChange change)
    {
        if (IsFull)
        {
            throw new IOException("no space left");
        }

        if (_text is null || !_isWhole || _behind == MostChanges)
        {
            return false;
        }

        _journal += JournalText.Write(change);
        _behind++;
        Appends++;
        return true;
    }
}
