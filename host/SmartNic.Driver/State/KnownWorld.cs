namespace SmartNic.Driver;

/// <summary>A configuration with the indices that its names have.</summary>
/// <param name="Config">The configuration.</param>
/// <param name="Indices">Indices by name, of each kind of names.</param>
public sealed record KnownWorld(
    IConfig Config, IReadOnlyDictionary<string, IReadOnlyDictionary<string, ushort>> Indices)
{
    private static readonly Dictionary<string, ushort> None = [];

    /// <summary>Indices of one kind of names; none when it was not known.</summary>
    public IReadOnlyDictionary<string, ushort> IndicesOf(string kind) =>
        Indices.GetValueOrDefault(kind, None);
}
