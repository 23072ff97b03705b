using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>What sessions see of a frame.</summary>
internal struct Flow
{
    /// <summary>What it is.</summary>
    public FlowKind Kind;

    /// <summary>
    /// Its key, as <see cref="SessionKey.Of"/> has it. Of an error that of what the session sends
    /// the way that the error goes: against the packet that it is about. Of a fragment the
    /// addresses, and of IPv4 the protocol.
    /// </summary>
    public SessionKey Key;

    /// <summary>Flags of TCP, else 0.</summary>
    public byte Flags;

    /// <summary>It is one of several fragments, maybe the first.</summary>
    public bool IsFragment;

    /// <summary>What it has in common with the other fragments.</summary>
    public uint Identification;
}
