using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static bool Run(ref EditWindow frame)
    {
        frame = frame.Push(40);
        frame = [|frame.Push(40)|];
        return true;
    }
}
