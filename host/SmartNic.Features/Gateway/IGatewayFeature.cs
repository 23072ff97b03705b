using SmartNic.Driver.Planning;
using SmartNic.Features.Fields;
using SmartNic.Features.Reading;

namespace SmartNic.Features;

/// <summary>
/// A feature of the gateway, found by its folder: what it adds to the configuration, to the board
/// and to the slow path.
/// </summary>
/// <typeparam name="TSelf">The feature itself.</typeparam>
internal interface IGatewayFeature<TSelf> : IFeature
    where TSelf : class, IGatewayFeature<TSelf>
{
    /// <summary>Its fields of the file.</summary>
    static virtual IReadOnlyList<Field<GatewayConfig>> OfFile => [];

    /// <summary>Its fields of a tenant.</summary>
    static virtual IReadOnlyList<Field<TenantConfig>> OfTenant => [];

    /// <summary>Looks at a file that has been read: at what its fields must be beside each other.
    /// </summary>
    static virtual Action<FieldReader, GatewayConfig, ReadContext> CheckFile => (_, _, _) => { };

    /// <summary>Who decides on punts.</summary>
    static virtual IReadOnlyList<IPuntHandler> PuntHandlers => [];

    /// <summary>Makes it for a board.</summary>
    static abstract TSelf Create(FeatureContext context);
}
