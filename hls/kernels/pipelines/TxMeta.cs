using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What ingress knows of a frame from a tenant or from the slow path.</summary>
public struct TxMeta
{
    /// <summary>Bytes of the frame without FCS, metadata header included.</summary>
    public U14 Length;

    /// <summary>Ones' complement sum (RFC 1071) of its 16-bit words, see FrameSum.</summary>
    public ushort Sum;

    /// <summary>Arrival time.</summary>
    public ulong TimeNs;

    /// <summary>Generation of the tables that the frame sees.</summary>
    public bool Gen;

    /// <summary>Key of the tables' hashes in that generation.</summary>
    public ulong HashKey;

    /// <summary>Marked bad by the host.</summary>
    public bool Bad;

    /// <summary>Longer than Protocol.MaxFrameBytes.</summary>
    public bool Oversize;

    /// <summary>Index of the interface.</summary>
    public U4 Interface;

    /// <summary>Host queue, for frames of tenants.</summary>
    public U12 Queue;

    /// <summary>Injected by the slow path: the frame starts with the metadata header.</summary>
    public bool FromSlow;
}
