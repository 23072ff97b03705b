namespace SmartNic.Features;

/// <summary>Whether the colour that a packet comes with counts for its meter.</summary>
public enum ColorMode
{
    /// <summary>It does not (colour-blind).</summary>
    Blind,

    /// <summary>It does: that of its DSCP, by RFC 2597 (colour-aware).</summary>
    Aware,
}
