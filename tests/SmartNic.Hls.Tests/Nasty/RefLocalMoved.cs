// refused SNH0013: a ref local that is assigned anew
using SmartNic.Hls.Language;

static class K
{
    [Kernel("ref_local_moved")]
    public static uint Run(uint a, uint b)
    {
        ref uint r = ref a;
        r += 1;
        r = ref b;
        r += 5;
        return a * 3 + b;
    }
}
