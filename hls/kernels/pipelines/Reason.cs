namespace SmartNic.Kernels;

/// <summary>
/// Why a packet became what it did: its number on the counters, one space for both directions. The
/// numbers are constants of <see cref="Reasons"/>, in the folder of each feature.
/// </summary>
public enum Reason : byte
{
    /// <summary>Not decided. No packet is counted so.</summary>
    None = 0,
}
