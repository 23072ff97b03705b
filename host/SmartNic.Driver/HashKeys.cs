namespace SmartNic.Driver;

/// <summary>
/// Where the secret keys of the tables' hashes come from. As long as nobody outside knows the key,
/// nobody can choose keys that meet in the same buckets.
/// </summary>
public static class HashKeys
{
    // The runtime's own generator would need OpenSSL, which a host of a card need not have.
    private const string Generator = "/dev/urandom";

    /// <summary>Keys of the operating system's generator.</summary>
    public static ulong Random()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        using var file = File.OpenHandle(Generator);
        RandomAccess.Read(file, bytes, fileOffset: 0);
        return BitConverter.ToUInt64(bytes);
    }

    /// <summary>
    /// The same keys every time (SplitMix64), for runs that must repeat bit for bit. Not secret.
    /// </summary>
    public static Func<ulong> Repeatable()
    {
        var state = 0UL;
        return () =>
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        };
    }
}
