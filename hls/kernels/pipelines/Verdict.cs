using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Where egress sends a frame.</summary>
public enum Destination : byte
{
    /// <summary>Nowhere.</summary>
    Drop = 0,

    /// <summary>The wire.</summary>
    Wire = 1,

    /// <summary>A host queue.</summary>
    Host = 2,

    /// <summary>The slow path.</summary>
    Slow = 3,
}

/// <summary>
/// What egress does with a frame: edit, steer, count. The frame that leaves is the first
/// PrefixBytes bytes of Prefix, then the first EditBytes of Edit, then Length bytes of the frame
/// that came, from byte Resume on.
/// </summary>
public struct Verdict
{
    /// <summary>
    /// What the frame is counted as: for its tenant by class, and for all by reason.
    /// </summary>
    public Reason Reason;

    /// <summary>A Destination: where the original goes, which bears the frame's tag.</summary>
    public U2 Dest;

    /// <summary>
    /// Outputs that get the same bytes as a copy, with tag 0, also when Dest is Drop. That of Dest
    /// itself gets none. The slow port's metadata is part of the bytes: a frame that is meant for
    /// it goes to no other output, and the other way round.
    /// </summary>
    public U3 Copies;

    /// <summary>Tenant index to count for; 0 when none is known.</summary>
    public U12 Tenant;

    /// <summary>Host queue of what goes to the host.</summary>
    public U12 Queue;

    /// <summary>Bytes of outer headers in front, 0..EditPrefix.Bytes.</summary>
    public U7 PrefixBytes;

    /// <summary>Bytes of the inner headers that are written anew, 0..EditInner.Bytes.</summary>
    public U7 EditBytes;

    /// <summary>Where the original frame goes on: bytes in front of it are left out.</summary>
    public byte Resume;

    /// <summary>Bytes of the original frame from there on; the rest is trimmed.</summary>
    public U14 Length;

    /// <summary>Bytes that the counter adds.</summary>
    public U14 CountBytes;

    /// <summary>Outer headers, network order.</summary>
    public EditPrefix Prefix;

    /// <summary>The front of the inner frame as it shall be, network order.</summary>
    public EditInner Edit;

    /// <summary>A drop, counted for a tenant (0 = none) with its bytes.</summary>
    public static Verdict Drop(Reason reason, U12 tenant, U14 bytes)
    {
        Verdict v = default;
        v.Reason = reason;
        v.Tenant = tenant;
        v.CountBytes = bytes;
        return v;
    }
}
