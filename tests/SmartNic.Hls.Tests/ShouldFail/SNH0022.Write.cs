using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static bool Run(ref EditWindow frame)
    {
        EditWindow late = frame.Skip(100);
        [|late.SetU64(90, 1)|];
        return true;
    }
}
