// right: unchecked inside of checked, and what cannot overflow
using SmartNic.Hls.Language;

static class K
{
    [Kernel("checked_inner")]
    public static (byte, uint, int) Run(uint x, byte b)
    {
        checked
        {
            byte low = unchecked((byte)(x + 1));
            uint y = (x >> 3) ^ (x << 5);
            return (low, y, unchecked((int)b));
        }
    }
}
