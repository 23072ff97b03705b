// right: a window moved back again
using SmartNic.Hls.Language;

static class K
{
    [Kernel("window_back")]
    public static int Run(Window w, bool a)
    {
        Window x = w.Skip(a ? 8 : 20).Skip(-4);
        return x.U16(0) + w.Skip(8).Skip(-8).U8(3);
    }
}
