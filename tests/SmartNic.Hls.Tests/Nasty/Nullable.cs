// refused SNH0001: nullable values
using SmartNic.Hls.Language;

static class K
{
    [Kernel("nullable_values")]
    public static uint Run(uint x)
    {
        uint? y = x > 5 ? x : null;
        return y ?? 9;
    }
}
