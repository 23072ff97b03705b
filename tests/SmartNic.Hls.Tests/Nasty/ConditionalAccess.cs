// right: assignments inside of conditions and arms
using SmartNic.Hls.Language;

static class K
{
    [Kernel("assigned_inside")]
    public static (uint, uint) Run(uint x, uint y)
    {
        uint z;
        if ((z = x + y) > 10 && (x = z) < 100) y = z;
        uint w = (y = x) > z ? z = 4 : (z += 2);
        uint v = x = y = z++;
        return (w + v, x + y * 3 + z);
    }
}
