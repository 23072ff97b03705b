using SmartNic.Hls.Language;

struct S
{
    public bool A;
    public static S operator &(S x, S y) => new S { A = x.A };
    public static bool operator true(S x) => x.A;
    public static bool operator false(S x) => !x.A;
}
static class K
{
    [Kernel("bad")]
    public static bool Run(S a, S b) => ([|a && b|]).A;
}
