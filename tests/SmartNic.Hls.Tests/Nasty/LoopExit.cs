// right: break in a switch in a loop, continue, and a return from inside
using SmartNic.Hls.Language;

static class K
{
    [Kernel("loop_exit")]
    public static uint Run(uint x, byte b)
    {
        for (uint i = 0; i < 6; i++)
        {
            switch ((b >> (int)i) & 3)
            {
                case 0: continue;
                case 1: x += i; break;
                case 2 when x > 50: return x * 7;
                default: if (i == 4) break; x ^= 0x55; continue;
            }
            x += 100;
            if (x > 1000) break;
        }
        return x;
    }
}
