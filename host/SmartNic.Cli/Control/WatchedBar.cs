using SmartNic.Registers;

namespace SmartNic.Cli.Control;

/// <summary>Registers of a board, and for how long it has not answered the access at hand.
/// </summary>
/// <param name="inner">The registers.</param>
internal sealed class WatchedBar(IBar inner) : IBar
{
    private const long Nothing = -1;

    // Of the last access that began: those of other threads may hide it, never lengthen it.
    private long sinceMs = Nothing;

    /// <summary>Time since the access at hand began; zero when there is none.</summary>
    public TimeSpan Silence => Interlocked.Read(ref sinceMs) is var since and not Nothing
        ? TimeSpan.FromMilliseconds(Environment.TickCount64 - since) : TimeSpan.Zero;

    /// <inheritdoc/>
    public uint Read32(uint offset)
    {
        Begin();
        try
        {
            return inner.Read32(offset);
        }
        finally
        {
            End();
        }
    }

    /// <inheritdoc/>
    public void Exchange(ReadOnlySpan<BarAccess> accesses, Span<uint> words)
    {
        Begin();
        try
        {
            inner.Exchange(accesses, words);
        }
        finally
        {
            End();
        }
    }

    /// <inheritdoc/>
    public void Write32(uint offset, uint value)
    {
        Begin();
        try
        {
            inner.Write32(offset, value);
        }
        finally
        {
            End();
        }
    }

    /// <inheritdoc/>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        Begin();
        try
        {
            inner.WriteBlock(offset, words);
        }
        finally
        {
            End();
        }
    }

    private void Begin() => Interlocked.Exchange(ref sinceMs, Environment.TickCount64);

    private void End() => Interlocked.Exchange(ref sinceMs, Nothing);
}
