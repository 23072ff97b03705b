// right: record structs with members of their own
using SmartNic.Hls.Language;

readonly record struct R(uint X, uint Y)
{
    public uint Sum => X + Y;
    public static R operator +(R a, uint b) => a with { Y = a.Y + b };
}
record struct Q(byte A, R Inner)
{
    public void Move() => (A, Inner) = ((byte)(A + 1), Inner with { X = A });
}
static class K
{
    [Kernel("record_members")]
    public static (R, uint, bool, Q) Run(uint a, uint b, Q q)
    {
        var r = new R(a, b) + 3;
        var s = r with { X = b, Y = r.X };
        q.Move();
        (byte c, uint d, uint e) = (q.A, q.Inner.X, q.Inner.Y);
        return (s, s.Sum + c + d * 2 + e, r == s, q);
    }
}
