namespace SmartNic.Features;

/// <summary>Numbers of the differentiated services field (RFC 2474 section 3).</summary>
internal static class Dscp
{
    /// <summary>Highest one: six bits.</summary>
    public const uint Most = 63;
}
