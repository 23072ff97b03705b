namespace SmartNic.Kernels;

/// <summary>How a tunnel carries a tenant's packets.</summary>
public enum TunnelKind : byte
{
    /// <summary>No tunnel.</summary>
    None = 0,

    /// <summary>VXLAN (RFC 7348): Ethernet of the tenant whose VNI it has.</summary>
    Vxlan = 1,

    /// <summary>Geneve (RFC 8926): Ethernet of the tenant whose VNI it has.</summary>
    Geneve = 2,

    /// <summary>NVGRE (RFC 7637): Ethernet of the tenant whose VSID it has.</summary>
    Nvgre = 3,

    /// <summary>GRE (RFC 2784, RFC 2890) of Ethernet, of a link's tenant.</summary>
    Gretap = 4,

    /// <summary>GRE (RFC 2784, RFC 2890) of IPv4 and IPv6, of a link's tenant.</summary>
    Gre = 5,

    /// <summary>IPv4 or IPv6 in IPv4 or IPv6 (RFC 2003, RFC 4213, RFC 2473), of a link's tenant.
    /// </summary>
    Ipip = 6,
}
