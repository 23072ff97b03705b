namespace SmartNic.Features;

/// <summary>How inner and outer DSCP belong together (RFC 2983 section 3.1).</summary>
public enum DscpMode
{
    /// <summary>The outer one is configured; the inner one comes out as it went in.</summary>
    Pipe,

    /// <summary>They are one: copied out of the inner header, and back into it.</summary>
    Uniform,
}
