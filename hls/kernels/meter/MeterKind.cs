namespace SmartNic.Kernels;

/// <summary>How the two buckets of a meter belong together.</summary>
public enum MeterKind : byte
{
    /// <summary>
    /// Committed and peak rate (RFC 2698): what passes takes from the peak bucket, what is green
    /// from both.
    /// </summary>
    TwoRate = 0,

    /// <summary>
    /// One rate (RFC 2697): it fills the committed bucket, and what that has no room for fills the
    /// excess bucket.
    /// </summary>
    SingleRate = 1,

    /// <summary>
    /// Committed and excess rate (RFC 4115): each fills a bucket of its own, and a packet takes
    /// from one of them.
    /// </summary>
    ExcessRate = 2,
}
