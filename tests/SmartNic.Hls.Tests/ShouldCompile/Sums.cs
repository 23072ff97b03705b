using SmartNic.Hls.Language;

public static class Sums
{
    // Many terms are added as a tree, in the specification as well.
    [Kernel("snic_sums")]
    public static (ulong All, uint Ones) Run(ulong x, uint y)
    {
        ulong all = 5;
        for (int i = 0; i < 60; i++) all += (x >> i) ^ (ulong)(i * 77);
        uint ones = 0;
        for (int i = 0; i < 32; i++) ones += y >> i & 1;
        return (all, ones);
    }
}
