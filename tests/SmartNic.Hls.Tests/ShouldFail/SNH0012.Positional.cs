using SmartNic.Hls.Language;

record struct S(uint A, uint B)
{
    public void Deconstruct(out uint a, out uint b) { a = B; b = A; }
}
static class K
{
    [Kernel("bad")]
    public static bool Run(S s) => s is [|(1, 2)|];
}
