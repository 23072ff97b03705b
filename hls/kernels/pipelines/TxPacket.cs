using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What the stages know of a frame from a tenant or from the slow path.</summary>
public struct TxPacket : IPacket
{
    /// <summary>What ingress knows.</summary>
    public TxMeta Meta;

    /// <summary>Who sent it.</summary>
    public Source Source;

    /// <summary>The tenant's own headers.</summary>
    public Inner Inner;

    /// <summary>The way to its destination.</summary>
    public Hit<FdbValue> Hit;

    /// <summary>Colour by its tenant's meter, a MeterColor.</summary>
    public U2 Color;

    /// <summary>What becomes of it, if that is decided.</summary>
    public Verdict Fate;

    /// <summary>A stage has decided.</summary>
    public bool IsDecided;

    /// <inheritdoc/>
    public readonly bool IsOpen => !IsDecided;

    /// <summary>Drops it, counted for its tenant.</summary>
    public void Drop(Reason reason) => Drop(reason, Source.Tenant, Source.Length);

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
