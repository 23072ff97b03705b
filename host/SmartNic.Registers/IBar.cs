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
    /// Reads registers one after another, in the order given. Where an access is an exchange of
    /// messages, all of them are one exchange.
    /// </summary>
    /// <param name="offsets">Byte offsets, multiples of four.</param>
    /// <param name="words">Takes as many words.</param>
    void ReadList(ReadOnlySpan<uint> offsets, Span<uint> words)
    {
        for (var i = 0; i < offsets.Length; i++)
        {
            words[i] = Read32(offsets[i]);
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
