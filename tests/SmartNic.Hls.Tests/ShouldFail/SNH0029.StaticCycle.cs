using SmartNic.Hls.Language;

static class A { public static readonly uint X = [|K.Y|] + 1; }
static class K
{
    public static readonly uint Z = 1, Y = A.X + 1;
    [Kernel("bad")]
    public static uint Run(uint x) => x + Y;
}
