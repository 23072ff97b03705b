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

/// <summary>What egress does with a frame: cut, insert, trim, steer, count.</summary>
public struct Verdict
{
    /// <summary>
    /// Counter slot, an RxSlot or a TxSlot: below 16 counted for the tenant, else for nobody.
    /// </summary>
    public U6 Slot;

    /// <summary>A Destination.</summary>
    public U2 Dest;

    /// <summary>Tenant index to count for; 0 when none is known.</summary>
    public U12 Tenant;

    /// <summary>Host queue, for Destination.Host.</summary>
    public U12 Queue;

    /// <summary>Bytes cut off the front.</summary>
    public byte Strip;

    /// <summary>Bytes of H0..H6 put in front, 0..56.</summary>
    public U6 Insert;

    /// <summary>Bytes of the original frame after the cut; the rest is trimmed.</summary>
    public U14 Length;

    /// <summary>Bytes that the counter adds.</summary>
    public U14 CountBytes;

    /// <summary>Inserted bytes, network order, H0 first.</summary>
    public ulong H0, H1, H2, H3, H4, H5, H6;

    /// <summary>A drop, counted for a tenant (0 = none) with its bytes.</summary>
    public static Verdict Drop(U6 slot, U12 tenant, U14 bytes)
    {
        Verdict v = default;
        v.Slot = slot;
        v.Tenant = tenant;
        v.CountBytes = bytes;
        return v;
    }
}
