using SmartNic.Driver.Planning;
using SmartNic.Features.Fields;
using SmartNic.Features.Reading;

namespace SmartNic.Features;

/// <summary>What a feature brings, whatever its class.</summary>
/// <param name="Create">Makes it for a board.</param>
/// <param name="OfFile">Its fields of the file; asked late, as fields refer to each other.</param>
/// <param name="OfTenant">Its fields of a tenant; asked late too.</param>
/// <param name="CheckFile">Looks at a file that has been read.</param>
/// <param name="PuntHandlers">Who decides on punts.</param>
internal sealed record FeatureParts(
    Func<FeatureContext, IFeature> Create,
    Func<IReadOnlyList<Field<GatewayConfig>>> OfFile,
    Func<IReadOnlyList<Field<TenantConfig>>> OfTenant,
    Action<FieldReader, GatewayConfig, ReadContext> CheckFile,
    Func<IReadOnlyList<IPuntHandler>> PuntHandlers)
{
    /// <summary>The parts of a feature.</summary>
    public static FeatureParts Of<T>()
        where T : class, IGatewayFeature<T> =>
        new(T.Create, () => T.OfFile, () => T.OfTenant, T.CheckFile, () => T.PuntHandlers);
}
