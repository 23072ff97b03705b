// right: operands from left to right, each with its side effect
using SmartNic.Hls.Language;

static class K
{
    [Kernel("evaluation_order")]
    public static (int, int, uint, uint) Run(int i, uint a, uint b)
    {
        int j = i++ + ++i * i-- - --i;
        uint x = a;
        x += x++ ^ (x = b) ^ ++x;
        uint y = b;
        y = y++ + (y <<= 1) + (a > b ? y-- : --y);
        return (i, j, x, y);
    }
}
