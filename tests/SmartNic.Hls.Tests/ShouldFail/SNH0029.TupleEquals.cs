using SmartNic.Hls.Language;

#pragma warning disable CS0660, CS0661
struct S
{
    public uint A;
    public static bool operator ==(S a, S b) => false;
    public static bool operator !=(S a, S b) => true;
}
static class K
{
    [Kernel("bad")]
    public static bool Run(S a, uint x) => [|(a, x) == (a, x)|];
}
