using SmartNic.Hls.Language;

record struct S(uint A) { public bool Equals(S o) => true; public override int GetHashCode() => 0; }
static class K
{
    [Kernel("bad")]
    public static bool Run(S a, S b) => [|a == b|];
}
