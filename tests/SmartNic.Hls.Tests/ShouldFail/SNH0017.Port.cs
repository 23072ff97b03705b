using SmartNic.Hls.Language;

public struct Answer
{
    public bool Valid;
    public uint Value;
}

public static class K
{
    [Kernel("k")]
    public static Answer [|Run|](uint x) => new() { Valid = x > 3, Value = x };
}
