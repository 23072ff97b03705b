using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>The driver of a board with today's features.</summary>
public sealed class GatewayDriver : BoardDriver
{
    private readonly GatewayFeatures _features;

    private GatewayDriver(
        IBar bar,
        BoardInfo board,
        ILogger log,
        Func<ulong>? nowNs,
        AttachOptions options,
        GatewayFeatures features)
        : base(bar, board, log, nowNs, options, features.All) => _features = features;

    /// <summary>The configuration in force; null before the first one.</summary>
    public new GatewayConfig? Current => (GatewayConfig?)base.Current;

    /// <summary>Tenants that the board had when it was taken over.</summary>
    public int AdoptedTenants => AdoptedOwners;

    /// <summary>
    /// Takes over a board: checks that it is the right one, and reads back what it forwards. Writes
    /// nothing: traffic goes on as it is.
    /// </summary>
    /// <param name="bar">The application register window.</param>
    /// <param name="loggers">Receives what happens; null for nobody.</param>
    /// <param name="nowNs">The board's time in nanoseconds; null to read it from the board.</param>
    /// <param name="options">How to do it; null for the defaults.</param>
    /// <exception cref="DeviceLostException">No board, or another one.</exception>
    public static GatewayDriver Attach(
        IBar bar,
        ILoggerFactory? loggers = null,
        Func<ulong>? nowNs = null,
        AttachOptions? options = null)
    {
        var log = (loggers ?? NullLoggerFactory.Instance).CreateLogger<GatewayDriver>();
        return Attach(bar, log, board => new GatewayDriver(
            bar, board, log, nowNs, options ?? new AttachOptions(),
            new GatewayFeatures(board.Tenants)));
    }

    /// <summary>
    /// Puts a change of the configuration in force, in one transaction whose cost grows with the
    /// change and not with the tables: no packet sees a part of it. One that does not fit is
    /// refused and changes nothing; when a table has no room, the configuration's policy decides.
    /// </summary>
    /// <exception cref="DeviceLostException">The device was lost on the way.</exception>
    public ApplyResult Change(GatewayChange change) => base.Change(change);

    /// <summary>Index (and host queue) of a tenant; null when there is none of that name.</summary>
    public ushort? TenantIndex(string tenant) =>
        InTurn(() => _features.Tenant.Book.Find(tenant));

    /// <summary>Name of the tenant with an index; null when there is none.</summary>
    public string? TenantName(ushort index) => InTurn(() => _features.Tenant.Book.NameOf(index));

    /// <summary>Index of a remote's next hop; null when there is none of that name.</summary>
    public ushort? NextHopIndex(string remote) =>
        InTurn(() => _features.Forwarding.NextHops.Book.Find(remote));

    /// <summary>The forwarding table in force.</summary>
    public FdbImage Forwarding() => InTurn(() => _features.Forwarding.Image);

    /// <summary>The firewall in force.</summary>
    public FirewallView Firewall() => InTurn(_features.Firewall.View);

    /// <summary>Which rule of the firewall decides on a packet.</summary>
    /// <exception cref="FormatException">There is trouble with it, or there is no such tenant.
    /// </exception>
    public FirewallExplanation Explain(FirewallQuestion question) => InTurn(
        () => _features.Firewall.Explain(Current ?? GatewayConfig.Empty, question));

    /// <summary>The meters in use.</summary>
    public IReadOnlyList<MeterView> Meters()
    {
        string Owner(int index) => _features.Tenant.Book.NameOf(index) ?? "-";
        return InTurn<IReadOnlyList<MeterView>>(() =>
        [
            .. _features.Meter.Received.Views(Owner), .. _features.Meter.Sent.Views(Owner),
            .. _features.Slow.Limits.Views(Owner),
        ]);
    }
}
