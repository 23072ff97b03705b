// refused SNH0002: goto case
using SmartNic.Hls.Language;

static class K
{
    [Kernel("goto_case")]
    public static uint Run(uint x)
    {
        switch (x & 3)
        {
            case 0: x += 1; goto case 2;
            case 1: x += 2; break;
            case 2: x += 4; goto default;
            default: x += 8; break;
        }
        return x;
    }
}
