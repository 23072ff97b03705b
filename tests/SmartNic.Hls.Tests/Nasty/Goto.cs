// refused SNH0002: goto to a label
using SmartNic.Hls.Language;

static class K
{
    [Kernel("goto_label")]
    public static uint Run(uint x)
    {
        if (x > 5) goto end;
        x += 3;
    end:
        return x * 2;
    }
}
