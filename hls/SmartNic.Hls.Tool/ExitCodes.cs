namespace SmartNic.Hls.Tool;

/// <summary>Exit codes of <c>snic-hls</c>.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int KernelRejected = 1;
    public const int Usage = 2;
    public const int CheckFailed = 3;
    public const int ToolMissing = 4;

    /// <summary>The codes as help shows them.</summary>
    public const string Help = "0 done, 1 kernel rejected, 2 wrong usage, "
        + "3 not proved or found wrong, 4 another program missing or failed";
}
