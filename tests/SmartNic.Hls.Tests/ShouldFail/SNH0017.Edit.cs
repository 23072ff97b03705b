using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(EditWindow [|frame|]) => frame.U32(0);
}
