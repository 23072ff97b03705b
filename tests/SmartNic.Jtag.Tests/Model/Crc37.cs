namespace SmartNic.Jtag.Tests.Model;

/// <summary>
/// The check sum of configuration: CRC-32C over 32 bits of data and 5 of the register's address.
/// </summary>
internal static class Crc37
{
    private const uint Polynomial = 0x82F6_3B78;
    private static readonly uint[] Table =
        [.. Enumerable.Range(0, 256).Select(i => Bits((uint)i, 8))];

    public static uint Next(uint crc, uint address, uint data)
    {
        for (int i = 0; i < 4; i++)
        {
            crc = (crc >> 8) ^ Table[(byte)(crc ^ (data >> (8 * i)))];
        }

        return Bits(crc ^ address, 5);
    }

    private static uint Bits(uint value, int count)
    {
        for (int i = 0; i < count; i++)
        {
            value = (value >> 1) ^ ((value & 1) != 0 ? Polynomial : 0);
        }

        return value;
    }
}
