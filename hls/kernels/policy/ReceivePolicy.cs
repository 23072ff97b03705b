using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What a tenant may receive from the wire.</summary>
public struct ReceivePolicy
{
    /// <summary>From any outer source but our own; else only from those listed.</summary>
    public bool AnySource;

    /// <summary>Frames with VLAN tags too.</summary>
    public bool KeepsTags;

    /// <summary>What happens to yellow frames, a YellowAction.</summary>
    public U2 OnYellow;

    /// <summary>DSCP for YellowAction.Remark.</summary>
    public U6 Dscp;
}
