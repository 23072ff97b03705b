// right: a switch expression over both values of a bool, and all of a byte
using SmartNic.Hls.Language;

static class K
{
    [Kernel("bool_matched")]
    public static uint Run(bool b, byte n, U4 u) =>
        b switch { true => 4u, false => 5u } + n switch { < 7 => 1u, 7 => 2u, >= 8 => 3u };
}
