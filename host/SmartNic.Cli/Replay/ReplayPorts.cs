using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Replay;

/// <summary>Ports of a configuration: which exist, and what the board calls them.</summary>
internal sealed class ReplayPorts
{
    /// <summary>Most interfaces of a board.</summary>
    public const int MaxInterfaces = 8;

    private readonly Dictionary<string, TenantConfig> tenants;

    /// <exception cref="CliException">A port names a tenant or interface that is not there.
    /// </exception>
    public ReplayPorts(GatewayConfig config, ReplayOptions options)
    {
        tenants = config.Tenants.ToDictionary(tenant => tenant.Name);
        var named = options.Inputs.Concat(options.Outputs).Select(file => file.Port).ToArray();
        var needed = 1 + config.Tenants.Select(tenant => (int)tenant.Interface)
            .Concat(config.Endpoints.Select(endpoint => (int)endpoint.Interface))
            .Concat(named.Select(port => (int)port.Interface))
            .Append(0).Max();
        Interfaces = options.Interfaces ?? Math.Min(needed, MaxInterfaces);
        if (Interfaces is < 1 or > MaxInterfaces)
        {
            throw CliException.Usage($"--interfaces {Interfaces}: expected 1 to {MaxInterfaces}");
        }

        foreach (var port in named)
        {
            Check(port);
        }
    }

    /// <summary>Interfaces that the board must have.</summary>
    public int Interfaces { get; }

    /// <summary>The board's name of a port.</summary>
    public PortId Resolve(PortName port, GatewayDriver driver) => port.Tenant is { } tenant
        ? PortId.Host(tenants[tenant].Interface, driver.TenantIndex(tenant)!.Value)
        : new PortId(port.Kind, port.Interface, 0);

    private void Check(PortName port)
    {
        if (port.Tenant is { } tenant && !tenants.ContainsKey(tenant))
        {
            var known = tenants.Count == 0 ? "it has none" : "it has "
                + string.Join(", ", tenants.Keys.Order(StringComparer.Ordinal).Take(20))
                + (tenants.Count > 20 ? $" and {tenants.Count - 20} more" : string.Empty);
            throw CliException.Usage(
                $"port {port}: the configuration has no tenant {tenant}; {known}");
        }

        if (port.Interface >= Interfaces)
        {
            var kind = port.Kind == PortKind.Slow ? "slow" : "wire";
            throw CliException.Usage($"port {port}: the board has {Interfaces} "
                + $"interface{(Interfaces == 1 ? string.Empty : "s")}, from 0; expected {kind}.0"
                + (Interfaces == 1 ? string.Empty : $" to {kind}.{Interfaces - 1}"));
        }
    }
}
