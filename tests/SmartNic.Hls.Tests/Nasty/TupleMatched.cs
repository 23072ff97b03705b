// right: a switch expression over a tuple, complete without a last arm for all
using SmartNic.Hls.Language;

static class K
{
    [Kernel("tuple_matched")]
    public static uint Run(bool a, bool b, bool c) => (a, b & c) switch
    {
        (true, true) => 1,
        (false, _) => 2,
        (_, false) => 3,
    };
}
