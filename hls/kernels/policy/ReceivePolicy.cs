using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What a tenant may receive from the wire.</summary>
public struct ReceivePolicy
{
    /// <summary>From any outer source but our own; else only from those listed.</summary>
    public bool AnySource;

    /// <summary>Frames with VLAN tags too.</summary>
    public bool KeepsTags;

    /// <summary>What happens to yellow frames, a ColorAction.</summary>
    public U2 OnYellow;

    /// <summary>DSCP for ColorAction.Remark of yellow frames.</summary>
    public U6 Dscp;

    /// <summary>Green frames are delivered with another DSCP.</summary>
    public bool RemarksGreen;

    /// <summary>DSCP for RemarksGreen.</summary>
    public U6 GreenDscp;

    /// <summary>Red frames are delivered, too; else dropped.</summary>
    public bool PassesRed;

    /// <summary>Those have another DSCP.</summary>
    public bool RemarksRed;

    /// <summary>DSCP for RemarksRed.</summary>
    public U6 RedDscp;

    /// <summary>The outer DSCP is the inner one from then on: the uniform model (RFC 2983 section
    /// 3.1). Else the inner one stays.</summary>
    public bool IsUniform;
}
