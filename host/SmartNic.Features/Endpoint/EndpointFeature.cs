using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Features.Fields;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>Local tunnel endpoints: table <c>rx_endpoint</c>.</summary>
internal sealed class EndpointFeature : IGatewayFeature<EndpointFeature>
{
    private readonly ExactTable<EndpointKey, EndpointValue> _endpoints =
        new(TableLayouts.RxEndpointA.Layout, TableLayouts.RxEndpointB.Layout);

    /// <inheritdoc/>
    public static IReadOnlyList<Field<GatewayConfig>> OfFile => [EndpointSection.Field];

    /// <inheritdoc/>
    public static IReadOnlyList<IPuntHandler> PuntHandlers =>
        [new EndpointHandler(), new EchoHandler(), new ControlHandler()];

    /// <inheritdoc/>
    public IReadOnlyList<IExactTable> Exact => [_endpoints];

    /// <inheritdoc/>
    public static EndpointFeature Create(FeatureContext context) => new();

    /// <inheritdoc/>
    public IEnumerable<string> BoardErrors(IConfig config, BoardInfo board) =>
        ((GatewayConfig)config).Endpoints.Where(e => e.Interface >= board.Interfaces)
            .Select(e => $"endpoint {e.Name}: interface {e.Interface}, but the board has "
                + $"{board.Interfaces}");

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        var names = new HashSet<string>();
        foreach (var endpoint in ((GatewayConfig)config).Endpoints)
        {
            var value = new EndpointValue
            {
                UdpPort = endpoint.UdpPort,
                Geneve = endpoint.Geneve,
                Nvgre = endpoint.Nvgre,
                Interface = (U4)endpoint.Interface,
            };
            var isNew = names.Add(endpoint.Name);
            foreach (var ip in endpoint.Addresses)
            {
                isNew &= _endpoints.Want(new EndpointKey { Ip = ip.ToUInt128() }, value);
            }

            if (!isNew)
            {
                turn.Errors.Add($"endpoint {endpoint.Name}: name or address is used twice");
            }
        }
    }
}
