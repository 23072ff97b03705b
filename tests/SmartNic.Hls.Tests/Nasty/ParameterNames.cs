// right: parameters with names that tools use themselves
using SmartNic.Hls.Language;

static class K
{
    [Kernel("parameter_names")]
    public static (uint, bool) Run(uint k, uint r, bool raw, uint spec, uint bench_in, uint m,
        uint reg, uint i, uint o, uint rst_, uint cut0, [Depth(4)] Table<uint> t) =>
        (k + t.Read(r) ^ spec - bench_in ^ m + reg, raw != (i > o) & rst_ != cut0);
}
