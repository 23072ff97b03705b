namespace SmartNic.Features;

/// <summary>How much a file can hold; limits of a feature are in its section.</summary>
public static class ConfigLimits
{
    /// <summary>Interfaces that a file can name; a board may have fewer.</summary>
    public const int Interfaces = 8;

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
}
