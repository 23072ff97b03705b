using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What the stages know of a frame from the wire.</summary>
public struct RxPacket : IPacket
{
    /// <summary>What ingress knows.</summary>
    public RxMeta Meta;

    /// <summary>Outer headers.</summary>
    public Outer Outer;

    /// <summary>The link that it came through, if it is one's.</summary>
    public Hit<LinkValue> Link;

    /// <summary>The tenant's index; 0 for the slow path.</summary>
    public U12 Tenant;

    /// <summary>The tenant's host queue.</summary>
    public U12 Queue;

    /// <summary>What the tenant may receive.</summary>
    public ReceivePolicy Policy;

    /// <summary>ECN field of the inner IP header, as it goes on.</summary>
    public U2 Ecn;

    /// <summary>DSCP of the inner IP header, as it goes on if no colour has another.</summary>
    public U6 Dscp;

    /// <summary>Colour by the tenant's meter, a MeterColor.</summary>
    public U2 Color;

    /// <summary>What becomes of it, if that is decided.</summary>
    public Verdict Fate;

    /// <summary>A stage has decided.</summary>
    public bool IsDecided;

    /// <inheritdoc/>
    public readonly bool IsOpen => !IsDecided;

    /// <summary>It asks for an answer of the gateway itself.</summary>
    public readonly bool IsSlow => Outer.Punt != PuntReason.None;

    /// <summary>Address of its tenant in a direct-index table.</summary>
    public readonly U13 Bank => Generation.Bank(Meta.Gen, Tenant);

    /// <summary>Drops it, counted for a tenant (0 = none) with its bytes.</summary>
    public void Drop(Reason reason, U12 tenant, U14 bytes)
    {
        Fate = Verdict.Drop(reason, tenant, bytes);
        IsDecided = true;
    }

    /// <summary>Decides what becomes of it.</summary>
    public void Decide(in Verdict fate)
    {
        Fate = fate;
        IsDecided = true;
    }
}
