namespace SmartNic.Driver;

/// <summary>How much a configuration can hold; the tables of the gateway are made for it.</summary>
public static class ConfigLimits
{
    /// <summary>Tenants: indices 1 to 4095, index 0 is no tenant.</summary>
    public const int Tenants = 4095;

    /// <summary>Remotes: next hops 1 to 4095.</summary>
    public const int Remotes = 4095;

    /// <summary>Local endpoints: a quarter of the endpoint table.</summary>
    public const int Endpoints = 128;

    /// <summary>Interfaces that a file can name; a board may have fewer.</summary>
    public const int Interfaces = 8;

    /// <summary>Highest VXLAN network identifier (RFC 7348 section 5: 24 bits).</summary>
    public const uint Vni = (1 << 24) - 1;

    /// <summary>
    /// Bytes of a file. Full tables with the longest names take 6 MiB (32,768 forwarding entries
    /// of 120 bytes, 4095 remotes of 250, 4095 tenants of 400); the rest is for neighbours, flood
    /// lists and comments.
    /// </summary>
    public const int FileBytes = 16 << 20;

    /// <summary>
    /// Values, keys, lists and maps of a file: more than 16 MiB of the shortest neighbours have,
    /// so only files of another kind meet it. It bounds memory to some hundred MiB.
    /// </summary>
    public const int FileNodes = 2 << 20;

    /// <summary>Bytes of the longest frame that a meter judges: 9216 less 50 of the tunnel.
    /// </summary>
    public const ulong LongestFrameBytes = 9166;

    /// <summary>
    /// Least burst in bytes: an Ethernet frame of 1500 bytes of payload with one tag. What is
    /// longer than a burst never passes its meter (RFC 2698 section 3).
    /// </summary>
    public const ulong LeastBurstBytes = 1518;
}
