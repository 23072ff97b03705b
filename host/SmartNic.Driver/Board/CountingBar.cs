using SmartNic.Registers;

namespace SmartNic.Driver;

/// <summary>Counts what goes through a BAR, for tests and benches.</summary>
/// <param name="inner">The BAR that does the work.</param>
public sealed class CountingBar(IBar inner) : IBar
{
    /// <summary>Words read.</summary>
    public long Reads { get; private set; }

    /// <summary>Words written, those of blocks included.</summary>
    public long Writes { get; private set; }

    /// <summary>Calls that wait for an answer: on a board behind a socket, round trips.</summary>
    public long Exchanges { get; private set; }

    /// <inheritdoc/>
    public uint Read32(uint offset)
    {
        Exchanges++;
        Reads++;
        return inner.Read32(offset);
    }

    /// <inheritdoc/>
    public void Exchange(ReadOnlySpan<BarAccess> accesses, Span<uint> words)
    {
        Exchanges++;
        foreach (var access in accesses)
        {
            Writes += access.IsWrite ? 1 : 0;
            Reads += access.IsWrite ? 0 : 1;
        }

        inner.Exchange(accesses, words);
    }

    /// <inheritdoc/>
    public void Write32(uint offset, uint value)
    {
        Writes++;
        inner.Write32(offset, value);
    }

    /// <inheritdoc/>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        Writes += words.Length;
        inner.WriteBlock(offset, words);
    }
}
