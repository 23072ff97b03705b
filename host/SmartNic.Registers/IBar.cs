namespace SmartNic.Registers;

/// <summary>
/// The register window of a board: 32-bit little-endian words at byte offsets that are multiples
/// of four. Implemented by the simulated board, by a memory mapping of a PCIe BAR, and by tests.
/// </summary>
public interface IBar
{
    /// <summary>Reads one word. An address without a register reads as zero.</summary>
    /// <param name="offset">Byte offset, a multiple of four.</param>
    uint Read32(uint offset);

    /// <summary>
    /// Does accesses one after another, in the order given. On a board that is reached by messages
    /// they need one exchange of messages, not one for each read.
    /// </summary>
    /// <param name="accesses">The accesses.</param>
    /// <param name="words">Takes a word for each read.</param>
    void Exchange(ReadOnlySpan<BarAccess> accesses, Span<uint> words)
    {
        var reads = 0;
        foreach (var access in accesses)
        {
            if (access.IsWrite)
            {
                Write32(access.Offset, access.Value);
            }
            else
            {
                words[reads++] = Read32(access.Offset);
            }
        }
    }

    /// <summary>Writes one word. A write to an address without a register does nothing.</summary>
    /// <param name="offset">Byte offset, a multiple of four.</param>
    /// <param name="value">The word.</param>
    void Write32(uint offset, uint value);

    /// <summary>
    /// Writes consecutive words, in rising order of address; the writes may be posted. A later
    /// access of any kind is seen by the board after all of them.
    /// </summary>
    /// <param name="offset">Byte offset of the first word, a multiple of four.</param>
    /// <param name="words">The words; an empty span is no access.</param>
    void WriteBlock(uint offset, ReadOnlySpan<uint> words);

    /// <summary>
    /// Writes words one after another to one register; the writes may be posted. For registers
    /// that are pins.
    /// </summary>
    /// <param name="offset">Byte offset, a multiple of four.</param>
    /// <param name="words">The words; an empty span is no access.</param>
    void WriteSame(uint offset, ReadOnlySpan<uint> words)
    {
        foreach (var word in words)
        {
            Write32(offset, word);
        }
    }
}
