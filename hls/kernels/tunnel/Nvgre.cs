namespace SmartNic.Kernels;

/// <summary>GRE as RFC 7637 section 3.2 uses it.</summary>
public static class Nvgre
{
    /// <summary>The first four bytes: key present, version 0, Ethernet inside.</summary>
    public const uint First = 0x2000_0000 | Protocol.Bridging;
}
