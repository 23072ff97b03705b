using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k", ClockNs = 1.0, MarginPercent = 50)]
    public static bool [|Run|](ulong x, ulong y)
    {
        return x == y;
    }
}
