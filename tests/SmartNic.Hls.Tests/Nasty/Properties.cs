// right: properties with code behind them
using SmartNic.Hls.Language;

struct S
{
    uint a;
    public uint A { get => a++ + 1; }
    public byte Auto { get; set; }
    public static uint Fixed => 77;
}
static class K
{
    [Kernel("properties")]
    public static (uint, uint, S) Run(S s, uint n)
    {
        s.Auto = (byte)(n = s.A + s.A);
        uint r = s.Auto++ + (uint)--s.Auto;
        s.Auto += 250;
        s.Auto++;
        return (r, s.A + S.Fixed, s);
    }
}
