using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// How the outer DSCP of a tenant's frames comes about: by the pipe model, a number that was
/// agreed on, or by the uniform one, the inner DSCP (RFC 2983 section 3.1).
/// </summary>
public struct DscpRule
{
    /// <summary>The uniform model, for frames with IP; others have the number.</summary>
    public bool IsUniform;

    /// <summary>The number is the tenant's own; else the next hop's.</summary>
    public bool HasValue;

    /// <summary>The tenant's own number.</summary>
    public U6 Value;

    /// <summary>The outer DSCP of a frame.</summary>
    /// <param name="inner">The frame's own headers.</param>
    /// <param name="hop">DSCP of the next hop.</param>
    public readonly U6 Outer(in Inner inner, U6 hop) =>
        IsUniform & inner.IsIp ? inner.Dscp : HasValue ? Value : hop;
}
