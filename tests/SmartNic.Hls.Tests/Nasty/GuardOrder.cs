// right: guards change what later patterns and guards see
using SmartNic.Hls.Language;

static class K
{
    static bool Bump(ref uint n, uint by) { n += by; return n > 100; }
    [Kernel("guard_order")]
    public static (uint, uint) Run(byte kind, uint n)
    {
        uint r = kind switch
        {
            < 4 and not 2 when Bump(ref n, 1) => n,
            2 or > 200 when Bump(ref n, 10) || kind == 201 => n * 2,
            var k when k == 3 && Bump(ref n, 100) => k,
            >= 7 and <= 9 => n + 3,
            _ => n + kind,
        };
        switch (r, n & 1)
        {
            case ( > 50, 0) when Bump(ref r, 5): r ^= 1; break;
            case (_, 1): r += 2; break;
            default: r += 7; break;
        }
        return (r, n);
    }
}
