using SmartNic.Kernels;

namespace SmartNic.Driver.Tables;

/// <summary>
/// Keys of an exact-match table, by the kernels' own comparison and hash. Outsiders choose keys:
/// the hash has a secret, so that none can choose many that meet.
/// </summary>
internal sealed class KeyComparer<TKey> : IEqualityComparer<TKey>, IComparer<TKey>
    where TKey : struct, IKey<TKey>
{
    private readonly ulong _secret = HashKeys.Random();

    /// <summary>The only one.</summary>
    public static KeyComparer<TKey> Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(TKey x, TKey y) => TKey.Same(x, y);

    /// <inheritdoc/>
    public int GetHashCode(TKey key) => TKey.Mix(key, _secret).GetHashCode();

    /// <summary>Some order, the same in every run.</summary>
    public int Compare(TKey x, TKey y) => TKey.Mix(x, 0).CompareTo(TKey.Mix(y, 0));
}
