namespace SmartNic.Hls.Language;

/// <summary>Number of entries of a <see cref="Table{TEntry}"/>, Rmw or Counter: a parameter, or a
/// field of a struct of state.</summary>
/// <param name="entries">A power of two; the address port has its logarithm in bits.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class DepthAttribute(int entries) : Attribute
{
    /// <summary>Number of entries.</summary>
    public int Entries { get; } = entries;
}
