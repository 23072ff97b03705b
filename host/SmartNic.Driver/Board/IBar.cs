namespace SmartNic.Registers;

/// <summary>A register window of 32-bit words.</summary>
public interface IBar
{
    /// <summary>Reads the word at a byte offset.</summary>
    uint Read32(uint offset);

    /// <summary>Writes the word at a byte offset.</summary>
    void Write32(uint offset, uint value);

    /// <summary>Writes consecutive words, lowest offset first.</summary>
    void WriteBlock(uint offset, ReadOnlySpan<uint> words);
}
