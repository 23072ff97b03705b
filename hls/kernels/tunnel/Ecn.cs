using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Congestion marks at the end of a tunnel (RFC 6040 section 4.2).</summary>
public struct Ecn
{
    /// <summary>Not capable of ECN (RFC 3168 section 5).</summary>
    public const byte NotEct = 0;

    /// <summary>ECN capable, codepoint 1.</summary>
    public const byte Ect1 = 1;

    /// <summary>ECN capable, codepoint 0.</summary>
    public const byte Ect0 = 2;

    /// <summary>Congestion experienced.</summary>
    public const byte Ce = 3;

    /// <summary>To be dropped: nothing else tells its sender of congestion.</summary>
    public bool Drops;

    /// <summary>Field of the packet that goes on.</summary>
    public U2 Field;

    /// <summary>Joins the fields of both headers.</summary>
    public static Ecn Decapsulate(U2 outer, U2 inner)
    {
        bool marked = outer == (U2)Ce;
        Ecn e = default;
        e.Drops = marked & inner == (U2)NotEct;
        e.Field = marked ? (U2)Ce
            : outer == (U2)Ect1 & inner == (U2)Ect0 ? (U2)Ect1
            : inner;
        return e;
    }
}
