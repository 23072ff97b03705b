namespace SmartNic.Kernels;

/// <summary>How a tunnel carries Ethernet frames.</summary>
public enum TunnelKind : byte
{
    /// <summary>No tunnel.</summary>
    None = 0,

    /// <summary>VXLAN (RFC 7348).</summary>
    Vxlan = 1,

    /// <summary>Geneve (RFC 8926).</summary>
    Geneve = 2,

    /// <summary>NVGRE (RFC 7637).</summary>
    Nvgre = 3,
}
