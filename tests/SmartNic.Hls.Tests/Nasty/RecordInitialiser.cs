// refused SNH0029: a positional property with an initialiser of its own
using SmartNic.Hls.Language;

readonly record struct R(uint X)
{
    public uint X { get; init; } = X + 1;
}
static class K
{
    [Kernel("record_initialiser")]
    public static uint Run(uint a) => (new R(a) with { X = 3 }).X + new R(a).X;
}
