using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;

namespace SmartNic.Features;

/// <summary>What a feature finds when it is made for a board.</summary>
/// <param name="tenantIndices">Tenant indices that the board has, 0 included.</param>
internal sealed class FeatureContext(int tenantIndices)
{
    private readonly List<IFeature> _made = [];

    /// <summary>Tenant indices that the board has, 0 included.</summary>
    public int TenantIndices => tenantIndices;

    /// <summary>Which tenant has which index.</summary>
    public IndexBook Tenants => Get<TenantFeature>().Book;

    /// <summary>Those that have been made, in order.</summary>
    public IReadOnlyList<IFeature> Made => _made;

    /// <summary>A feature that stands before the one that asks.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public T Get<T>()
        where T : class, IFeature => _made.OfType<T>().SingleOrDefault()
        ?? throw new InvalidOperationException(
            $"{typeof(T).Name} is needed before its line in features.txt");

    /// <summary>Makes the next feature.</summary>
    public void Make(FeatureParts parts) => _made.Add(parts.Create(this));
}
