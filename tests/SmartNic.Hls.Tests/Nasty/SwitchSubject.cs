// right: the subject is read once, before guards change it
using SmartNic.Hls.Language;

static class K
{
    static bool Set(ref uint x) { x = 3; return false; }
    [Kernel("switch_subject")]
    public static uint Run(uint x) => x switch
    {
        1 when Set(ref x) => 10,
        3 => 30 + x,
        1 => 50 + x,
        _ => 70 + x,
    };
}
