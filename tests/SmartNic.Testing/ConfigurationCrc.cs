namespace SmartNic.Testing;

/// <summary>
/// The check sum of FPGA configuration (UG470 chapter 5): CRC-32C over each word that is written
/// and the 5 bits of its register's number.
/// </summary>
public sealed class ConfigurationCrc
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Step8)];

    /// <summary>The sum so far.</summary>
    public uint Value { get; private set; }

    /// <summary>As command RCRC does.</summary>
    public void Reset() => Value = 0;

    /// <summary>A word is written to a register.</summary>
    public void Add(uint register, uint word)
    {
        var crc = Value;
        for (var i = 0; i < 4; i++)
        {
            crc = (crc >> 8) ^ Table[(byte)(crc ^ (word >> (8 * i)))];
        }

        for (var bit = 0; bit < 5; bit++)
        {
            crc = Step(crc ^ ((register >> bit) & 1));
        }

        Value = crc;
    }

    private static uint Step(uint crc) => (crc & 1) != 0 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1;

    private static uint Step8(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = Step(crc);
        }

        return crc;
    }
}
