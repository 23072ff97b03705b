using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Host queue to tenant: who sends on this queue.</summary>
public struct HostPort
{
    /// <summary>The queue is bound.</summary>
    public bool Valid;

    /// <summary>Tenant index.</summary>
    public U12 Tenant;

    /// <summary>The tenant's VNI.</summary>
    public U24 Vni;

    /// <summary>Frames with VLAN tags are sent.</summary>
    public bool KeepsTags;

    /// <summary>Yellow frames are not sent.</summary>
    public bool DropsYellow;

    /// <summary>Red frames are.</summary>
    public bool PassesRed;

    /// <summary>How the outer DSCP comes about.</summary>
    public DscpRule Dscp;

    /// <summary>Most bytes of an IP packet of its frames; 0 for no limit.</summary>
    public U14 Mtu;

    /// <summary>The MSS of its TCP SYN is held to what fits (RFC 9293 section 3.7.1).</summary>
    public bool ClampsMss;
}
