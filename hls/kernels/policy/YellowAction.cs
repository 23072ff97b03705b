namespace SmartNic.Kernels;

/// <summary>What happens to frames from the wire that the tenant's meter calls yellow.</summary>
public enum YellowAction : byte
{
    /// <summary>Delivered as they are.</summary>
    Pass = 0,

    /// <summary>Delivered with another DSCP.</summary>
    Remark = 1,

    /// <summary>Dropped.</summary>
    Drop = 2,
}
