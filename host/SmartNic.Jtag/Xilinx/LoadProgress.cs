namespace SmartNic.Jtag.Xilinx;

/// <summary>How far a load is.</summary>
/// <param name="Bytes">Bytes that have been clocked into the part.</param>
/// <param name="TotalBytes">Bytes of the stream.</param>
/// <param name="Expected">What the whole takes at the frequency of TCK.</param>
public readonly record struct LoadProgress(long Bytes, long TotalBytes, TimeSpan Expected)
{
    /// <summary>0 to 100.</summary>
    public int Percent => TotalBytes == 0 ? 100 : (int)(100 * Bytes / TotalBytes);
}
