// refused SNH0029: a switch expression without an arm for all values throws
using SmartNic.Hls.Language;

static class K
{
    [Kernel("unmatched")]
    public static uint Run(byte k) => k switch { 0 => 4, 1 => 5, > 3 => 7 };
}
