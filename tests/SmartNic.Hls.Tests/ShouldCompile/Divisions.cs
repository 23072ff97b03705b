using SmartNic.Hls.Language;

public static class Divisions
{
    [Kernel("snic_divisions")]
    public static (uint Third, uint Left, ulong Wide, byte Small, uint Even) Run(
        uint x, ulong y, byte z, ushort p) =>
        (x / 3, p % 251u, y / 1000000007, (byte)(z / 10 + z % 7), x / 640);

    [Kernel("snic_signed_divisions")]
    public static (int By7, int By16, int Left, int Back) Signed(int x, short y, sbyte z) =>
        (y / 7, x / 16, z % -5, y / -100);
}
