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

    /// <inheritdoc/>
    public uint Read32(uint offset)
    {
        Reads++;
        return inner.Read32(offset);
    }

    /// <inheritdoc/>
    public void ReadList(ReadOnlySpan<uint> offsets, Span<uint> words)
    {
        Reads += offsets.Length;
        inner.ReadList(offsets, words);
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
