using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static bool Run(ref EditWindow frame)
    {
        frame = frame.Push(70);
        frame = [|frame.Push(70)|];
        return true;
    }
}
