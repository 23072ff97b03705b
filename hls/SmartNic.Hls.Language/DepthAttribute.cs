namespace SmartNic.Hls.Language;

/// <summary>Number of entries of a <see cref="Table{TEntry}"/> or an Rmw parameter.</summary>
/// <param name="entries">A power of two; the address port has its logarithm in bits.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DepthAttribute(int entries) : Attribute
{
    /// <summary>Number of entries.</summary>
    public int Entries { get; } = entries;
}
