using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Where a session is; another one in the same place has another incarnation.</summary>
/// <param name="Index">Its place in the table.</param>
/// <param name="Incarnation">How often the place has been used.</param>
internal readonly record struct SessionHandle(int Index, uint Incarnation)
{
    /// <summary>No session.</summary>
    public static SessionHandle None { get; } = new(-1, 0);
}

/// <summary>A record of hardware.</summary>
/// <param name="Index">Its index; -1 for none.</param>
/// <param name="Incarnation">What the index has to carry to mean it.</param>
internal readonly record struct SessionRecord(int Index, byte Incarnation)
{
    /// <summary>There is none.</summary>
    public static SessionRecord None { get; } = new(-1, 0);
}

/// <summary>One direction of a session.</summary>
internal struct SessionSide
{
    /// <summary>Index of the tenant of its last packet here; 0 before there was one.</summary>
    public ushort Tenant;

    /// <summary>Host queue of that tenant.</summary>
    public ushort Queue;

    /// <summary>Packets that software judged and let pass.</summary>
    public ulong Packets;

    /// <summary>Packets that passed in hardware, as far as they are known.</summary>
    public ulong HardwarePackets;

    /// <summary>What the record's count was when it was read last.</summary>
    public uint LastCount;

    /// <summary>Its record of hardware.</summary>
    public SessionRecord Record;
}

/// <summary>Where a session stands with hardware.</summary>
internal enum SessionPlace : byte
{
    /// <summary>In software alone.</summary>
    Software,

    /// <summary>Its records are there.</summary>
    Hardware,

    /// <summary>The session is over, and its records are to go before its place is used again.
    /// </summary>
    Leaving,
}

/// <summary>A session.</summary>
internal struct SessionEntry
{
    /// <summary>Key of the direction that opened it; that of the reply follows.</summary>
    public SessionKey Original;

    /// <summary>Its hash.</summary>
    public uint Hash;

    /// <summary>How often its place has been used.</summary>
    public uint Incarnation;

    /// <summary>When it is over if no packet comes, ns.</summary>
    public ulong DeadlineNs;

    /// <summary>When its last packet came that is known, ns.</summary>
    public ulong UsedNs;

    /// <summary>When its state changed last, ns.</summary>
    public ulong ChangedNs;

    /// <summary>State of TCP; <see cref="TcpState.None"/> of all else.</summary>
    public TcpState State;

    /// <summary>Where its records are.</summary>
    public SessionPlace Place;

    /// <summary>It can be found by its key.</summary>
    public bool IsLive;

    /// <summary>A packet of the reply has been seen.</summary>
    public bool IsReplied;

    /// <summary>TCP that was opened by both ends at once.</summary>
    public bool IsSimultaneous;

    /// <summary>Its originator began anew while its last FIN waits for an ACK; that of the reply
    /// may be the answer to the SYN.</summary>
    public bool ExpectsChallenge;

    /// <summary>Its first packet was one that a tenant sends, else one that it receives.</summary>
    public bool IsSent;

    /// <summary>Index of the tenant that opened it, whose share it takes.</summary>
    public ushort Opener;

    /// <summary>The direction that opened it.</summary>
    public SessionSide OriginalSide;

    /// <summary>The other one.</summary>
    public SessionSide ReplySide;

    /// <summary>It is TCP.</summary>
    public readonly bool IsTcp => Original.Protocol == Protocol.Tcp;

    /// <summary>Both ends have agreed to it.</summary>
    public readonly bool IsAssured => IsTcp
        ? IsReplied && State is not (TcpState.SynSent or TcpState.SynSent2 or TcpState.SynRecv)
        : IsReplied;
}
