using SmartNic.Hls.Language;

static class K
{
    [Kernel("bad")]
    public static uint Run(uint x, bool g)
    {
        switch (x)
        {
            [|case < 10 when g:
            default:
                return 1;|]
            case 5:
                return 2;
        }
    }
}
