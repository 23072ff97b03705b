// refused SNH0002: a static local function
using SmartNic.Hls.Language;

static class K
{
    [Kernel("local_static")]
    public static uint Run(uint x)
    {
        static uint F(uint x) => x * 5;
        return F(x);
    }
}
