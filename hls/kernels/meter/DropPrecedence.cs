using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>The colour that a packet comes with, by assured forwarding (RFC 2597).</summary>
public static class DropPrecedence
{
    /// <summary>
    /// Colour of a DSCP: AFx1 is green, AFx2 yellow, AFx3 red for the classes x = 1..4 (RFC 2597
    /// section 6). What is of no such class is green.
    /// </summary>
    /// <param name="dscp">Class in bits 5..3, drop precedence in bits 2..1, bit 0 is 0.</param>
    public static U2 Color(U6 dscp)
    {
        uint code = dscp;
        uint service = code >> 3;
        bool assured = service >= 1 & service <= 4 & (code & 1) == 0;
        uint precedence = (code >> 1) & 3;
        return !assured | precedence <= 1 ? (U2)(byte)MeterColor.Green
            : precedence == 2 ? (U2)(byte)MeterColor.Yellow
            : (U2)(byte)MeterColor.Red;
    }
}
