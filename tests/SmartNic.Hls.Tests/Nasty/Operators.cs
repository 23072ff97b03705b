// right: operators and conversions of a struct of its own
using SmartNic.Hls.Language;

struct M
{
    public uint V;
    public static implicit operator M(byte b) => new M { V = b + 1000u };
    public static implicit operator uint(M m) => m.V * 2;
    public static explicit operator M(int i) => new M { V = (uint)i ^ 0xFF };
    public static M operator +(M a, M b) => new M { V = a.V + b.V + 1 };
    public static M operator -(M a) => new M { V = ~a.V };
    public static bool operator ==(M a, M b) => a.V == b.V + 1;
    public static bool operator !=(M a, M b) => a.V > b.V;
    public static bool operator <(M a, M b) => a.V >= b.V;
    public static bool operator >(M a, M b) => a.V == 7;
    public static M operator >>>(M a, int n) => new M { V = a.V << n };
    public override bool Equals(object? o) => false;
    public override int GetHashCode() => 0;
}
static class K
{
    [Kernel("operators_own")]
    public static (uint, uint, uint, int, uint) Run(M m, byte b, int i)
    {
        M a = b;
        a += b;
        uint c = a + m;
        M d = (M)i + -m;
        int flags = (m == a ? 1 : 0) | (m != a ? 2 : 0) | (m < a ? 4 : 0) | (m > a ? 8 : 0);
        c += d;
        return (a.V, c, d.V, flags, (m >>> 3).V);
    }
}
