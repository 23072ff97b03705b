using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>
/// The whole configuration of a gateway: the content of one <c>gateway.yaml</c>. What a feature
/// adds to it is in the feature's folder.
/// </summary>
public sealed partial record GatewayConfig : IConfig
{
    /// <summary>Version of the file format that this program reads and writes.</summary>
    public const int FormatVersion = 1;

    /// <summary>What happens when a table has no room for a tenant's entries.</summary>
    public OnFull OnFull { get; init; }

    /// <summary>A configuration with nothing in it: all traffic is dropped.</summary>
    public static GatewayConfig Empty { get; } = new();

    /// <inheritdoc/>
    public bool LeavesOut => OnFull == OnFull.SkipTenant;

    /// <inheritdoc/>
    public string ToText() => ConfigWriter.Write(this);

    /// <inheritdoc/>
    public IConfig After(IReadOnlyList<IChange> changes) => ForwardingChange.Apply(
        this, changes.SelectMany(c => ((GatewayChange)c).Forwarding));

    /// <inheritdoc/>
    public IOmission LeaveOut(IConfig current) =>
        new LeftOutTenants(this, (GatewayConfig)current);
}
