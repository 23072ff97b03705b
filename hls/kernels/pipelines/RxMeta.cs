using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What ingress knows of a frame from the wire.</summary>
public struct RxMeta
{
    /// <summary>Bytes of the frame without FCS.</summary>
    public U14 Length;

    /// <summary>Ones' complement sum (RFC 1071) of its 16-bit words, see FrameSum.</summary>
    public ushort Sum;

    /// <summary>Arrival time.</summary>
    public ulong TimeNs;

    /// <summary>Generation of the tables that the frame sees.</summary>
    public bool Gen;

    /// <summary>Key of the tables' hashes in that generation.</summary>
    public ulong HashKey;

    /// <summary>Marked bad by the MAC.</summary>
    public bool Bad;

    /// <summary>Longer than Protocol.MaxFrameBytes.</summary>
    public bool Oversize;

    /// <summary>Index of the interface.</summary>
    public U4 Interface;
}
