using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>A change of single entries of a gateway's configuration.</summary>
public sealed class GatewayChange : IChange
{
    private const char Separator = ',';

    /// <summary>Puts a change together; of two words on one address the last counts.</summary>
    /// <param name="forwarding">Where addresses are from now on.</param>
    public GatewayChange(params IEnumerable<ForwardingChange> forwarding)
    {
        var last = new OrderedDictionary<(string, MacAddress), ForwardingChange>();
        foreach (var entry in forwarding)
        {
            last[(entry.Tenant, entry.Mac)] = entry;
        }

        Forwarding = [.. last.Values];
    }

    /// <summary>Where addresses are from now on; each address of a tenant once.</summary>
    public IReadOnlyList<ForwardingChange> Forwarding { get; }

    /// <inheritdoc/>
    public string ToText() => string.Join(Separator, Forwarding);

    /// <summary>The change of a text.</summary>
    /// <param name="text">As <see cref="ToText"/> gave it.</param>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static GatewayChange Parse(string text) =>
        new(text.Split(Separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(ForwardingChange.Parse));
}
