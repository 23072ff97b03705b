using System.Net;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Bench;

/// <summary>The gateways that are measured: what a tenant has, by its number.</summary>
internal static class Gateways
{
    /// <summary>First local endpoint.</summary>
    public const uint LocalIp = 0x0A000001;

    /// <summary>First remote endpoint.</summary>
    public const uint RemoteIp = 0x0A010000;

    /// <summary>VNI of a tenant.</summary>
    public static uint Vni(int tenant) => 10_000 + (uint)tenant;

    /// <summary>Inner destination address of a flow.</summary>
    public static ulong Mac(int flow) => 0x0200_0000_0000 + (ulong)(flow * 65537L);

    /// <summary>Tenants that all have a meter, and one forwarding entry per flow.</summary>
    /// <param name="tenants">Number of tenants; flow f belongs to tenant f modulo this.</param>
    /// <param name="flows">Number of flows.</param>
    /// <param name="remotes">Number of next hops; flow f goes to f modulo this.</param>
    /// <param name="bitsPerSecond">Rate of every tenant.</param>
    public static GatewayConfig Of(
        int tenants, int flows, int remotes, ulong bitsPerSecond) => new()
    {
        Endpoints =
        [
            new EndpointConfig
            {
                Name = "local", Ip = Ip(LocalIp), Mac = new MacAddress(0x02FF00000001),
            },
        ],
        Remotes = Enumerable.Range(0, remotes).Select(r => new RemoteConfig
        {
            Name = $"r{r}",
            Ip = Ip(RemoteIp + (uint)r),
            Mac = new MacAddress(0x02FF00010000 + (ulong)r),
            Endpoint = "local",
        }).ToConfigList(),
        Tenants = Enumerable.Range(0, tenants).Select(t => new TenantConfig
        {
            Name = $"t{t}",
            Vni = Vni(t),
            Receive = new RateConfig
            {
                Rate = new BitRate(bitsPerSecond),
                CommittedRate = new BitRate(bitsPerSecond),
                BurstBytes = 1 << 20,
                CommittedBurstBytes = 1 << 20,
            },
            Sources = TunnelSources.Any,
            Forwarding = Flows(t, tenants, flows)
                .Select(f => new ForwardingConfig(new MacAddress(Mac(f)), $"r{f % remotes}"))
                .ToConfigList(),
        }).ToConfigList(),
    };

    private static IEnumerable<int> Flows(int tenant, int tenants, int flows)
    {
        for (int f = tenant; f < flows; f += tenants)
        {
            yield return f;
        }
    }

    private static IPAddress Ip(uint address) =>
        new([(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address]);
}
