// refused SNH0029: a switch expression whose last arm has a guard
using SmartNic.Hls.Language;

static class K
{
    [Kernel("guard_unmatched")]
    public static uint Run(bool b, uint n) => b switch { true => 4, false when n > 3 => 5 };
}
