using SmartNic.Registers;

namespace SmartNic.Testing;

/// <summary>The owner is killed.</summary>
public sealed class KilledException : Exception;

/// <summary>
/// Register accesses of an owner that is killed in front of some written word. The board, behind
/// it, stays as it is.
/// </summary>
/// <param name="board">The board.</param>
public sealed class KillBar(IBar board) : IBar
{
    /// <summary>Words written so far.</summary>
    public long Writes { get; private set; }

    /// <summary>Words that are still written.</summary>
    public long Left { get; set; } = long.MaxValue;

    /// <summary>
    /// Words that are still written behind the one that flips the generation; null to leave it to
    /// <see cref="Left"/>, and -1 to be killed in front of the flip.
    /// </summary>
    public long? LeftBehindFlip { get; set; }

    /// <summary>Called in front of every written word.</summary>
    public Action? Writing { get; set; }

    /// <inheritdoc/>
    public uint Read32(uint offset) =>
        Left > 0 ? board.Read32(offset) : throw new KilledException();

    /// <inheritdoc/>
    public void Write32(uint offset, uint value)
    {
        if (offset == GlobalRegisters.Generation && LeftBehindFlip is { } left)
        {
            Left = left + 1;
        }

        if (Left-- <= 0)
        {
            Left = 0;
            throw new KilledException();
        }

        Writing?.Invoke();
        Writes++;
        board.Write32(offset, value);
    }

    /// <inheritdoc/>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            Write32(offset + (4 * (uint)i), words[i]);
        }
    }
}
