namespace SmartNic.Hls.Tool;

/// <summary>Exit codes of <c>snic-hls</c>.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int KernelRejected = 1;
    public const int Usage = 2;
    public const int NotProved = 3;
}
