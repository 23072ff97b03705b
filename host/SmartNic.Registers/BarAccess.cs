namespace SmartNic.Registers;

/// <summary>One access of <see cref="IBar.Exchange"/>.</summary>
/// <param name="Offset">Byte offset, a multiple of four.</param>
/// <param name="IsWrite">Whether a word is written; else one is read.</param>
/// <param name="Value">The word to be written.</param>
public readonly record struct BarAccess(uint Offset, bool IsWrite, uint Value)
{
    /// <summary>A word is read.</summary>
    public static BarAccess Read(uint offset) => new(offset, false, 0);

    /// <summary>A word is written.</summary>
    public static BarAccess Write(uint offset, uint value) => new(offset, true, value);
}
