namespace SmartNic.Hls.Language;

/// <summary>Width of the key of a <see cref="TernaryTable{TEntry}"/>.</summary>
/// <param name="bits">1..128; higher bits of a key do not count.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class KeyBitsAttribute(int bits) : Attribute
{
    /// <summary>Bits.</summary>
    public int Bits { get; } = bits;
}
