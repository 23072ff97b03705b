namespace SmartNic.Kernels;

/// <summary>What happens to frames from the wire of a colour of the tenant's meter.</summary>
public enum ColorAction : byte
{
    /// <summary>Delivered as they are.</summary>
    Pass = 0,

    /// <summary>Delivered with another DSCP.</summary>
    Remark = 1,

    /// <summary>Dropped.</summary>
    Drop = 2,
}
