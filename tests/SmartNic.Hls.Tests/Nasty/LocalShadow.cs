// right: constants and locals of one name in several places
using SmartNic.Hls.Language;

static class K
{
    const uint Step = 5;
    static uint F(uint x) { const uint Step = 2; return x * Step; }
    [Kernel("local_shadow")]
    public static uint Run(uint x)
    {
        const uint Step = 9;
        { uint y = F(x); x += y + Step; }
        { ulong y = x; x ^= (uint)(y >> 3) + K.Step; }
        return x;
    }
}
