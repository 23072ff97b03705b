using SmartNic.Hls.Language;

public struct Result
{
    public bool Valid;
}

public static class K
{
    // Its field would be called as the valid of the pipeline.
    [Kernel("k")]
    public static Result [|Run|](bool x) => new() { Valid = x };
}
