using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>Where an inner Ethernet address of a tenant is from now on.</summary>
/// <param name="Tenant">Name of the tenant.</param>
/// <param name="Mac">Inner destination address, unicast.</param>
/// <param name="Remote">Name of the remote that it is behind; null for none.</param>
public sealed record ForwardingChange(string Tenant, MacAddress Mac, string? Remote)
{
    /// <summary>Tenant, address and remote, if there is one, with spaces between.</summary>
    public override string ToString() =>
        Remote is null ? $"{Tenant} {Mac}" : $"{Tenant} {Mac} {Remote}";

    /// <summary>The change of a text.</summary>
    /// <param name="text">As <see cref="ToString"/> gave it.</param>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static ForwardingChange Parse(string text)
    {
        var words = text.Split(' ');
        return words.Length is 2 or 3 && MacAddress.TryParse(words[1], out var mac)
            ? new ForwardingChange(words[0], mac, words.Length == 3 ? words[2] : null)
            : throw new FormatException($"'{text}' says not where an address is");
    }

    /// <summary>A configuration after changes, in their order. Entries keep their places; new ones
    /// come behind them.</summary>
    internal static GatewayConfig Apply(
        GatewayConfig config, IEnumerable<ForwardingChange> changes)
    {
        var byTenant = changes.ToLookup(c => c.Tenant);
        return config with
        {
            Tenants = config.Tenants.Select(t => !byTenant.Contains(t.Name) ? t : t with
            {
                Forwarding = Apply(t.Forwarding, byTenant[t.Name]),
            }).ToConfigList(),
        };
    }

    private static ConfigList<ForwardingConfig> Apply(
        IEnumerable<ForwardingConfig> entries, IEnumerable<ForwardingChange> changes)
    {
        var next = new List<ForwardingConfig?>();
        var places = new Dictionary<MacAddress, int>();
        foreach (var entry in entries)
        {
            places[entry.Mac] = next.Count;
            next.Add(entry);
        }

        foreach (var change in changes)
        {
            if (change.Remote is not { } remote)
            {
                if (places.Remove(change.Mac, out var gone))
                {
                    next[gone] = null;
                }
            }
            else if (places.TryGetValue(change.Mac, out var place))
            {
                next[place] = new ForwardingConfig(change.Mac, remote);
            }
            else
            {
                places[change.Mac] = next.Count;
                next.Add(new ForwardingConfig(change.Mac, remote));
            }
        }

        return next.OfType<ForwardingConfig>().ToConfigList();
    }
}
