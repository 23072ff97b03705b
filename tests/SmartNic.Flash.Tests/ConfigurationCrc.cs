namespace SmartNic.Flash.Tests;

/// <summary>CRC-32C over register number (5 bits) and word, as the configuration logic does it.
/// </summary>
internal sealed class ConfigurationCrc
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Step8)];

    public uint Value { get; private set; }

    public void Reset() => Value = 0;

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
