using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Testing;

/// <summary>Keeps the state in memory, through the bytes that a file would have.</summary>
public sealed class MemoryStore : IStateStore
{
    private string? _text;

    /// <summary>Makes <see cref="Save"/> fail.</summary>
    public bool IsFull { get; set; }

    /// <summary>Times that a state was kept.</summary>
    public int Saves { get; private set; }

    /// <summary>What a driver that starts now is given.</summary>
    public GatewayState? Load() => _text is null ? null : SavedState.Read(_text, "state");

    /// <inheritdoc/>
    public void Save(GatewayState state)
    {
        if (IsFull)
        {
            throw new IOException("no space left");
        }

        _text = StateText.Write(state);
        Saves++;
    }
}
