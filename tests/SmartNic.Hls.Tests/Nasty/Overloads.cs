// right: overloads, defaults, and named arguments
using SmartNic.Hls.Language;

static class K
{
    static uint F(int x) => 1;
    static uint F(uint x) => 2;
    static uint F(long x) => 3;
    static uint F(byte x) => 4;
    static uint F(in ulong x) => 5;
    static uint G(uint a, uint b = 3, byte c = 200, bool d = true) => a * 2 + b + (d ? c : 0u);
    [Kernel("overloads")]
    public static (uint, uint, uint) Run(byte b, sbyte s, ushort h, ulong l)
    {
        uint r = F(b) * 1000 + F(s) * 100 + F(h) * 10 + F(l) + F(5) * 10000 + F('c') + F(b + b);
        return (r, G(h) + G(1, d: false) + G(c: b, a: h), G(a: h++, b: h, c: (byte)h));
    }
}
