using SmartNic.Hls.Language;

static class K
{
    [Kernel("bad")]
    public static uint Run(byte k) => [|k switch { 0 => 4, 1 => 5, > 3 => 7 }|];
}
