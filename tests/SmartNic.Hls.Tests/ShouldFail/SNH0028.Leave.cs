using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static bool [|Run|](ref EditWindow frame, ulong n)
    {
        frame = frame.Skip((int)n);
        return true;
    }
}
