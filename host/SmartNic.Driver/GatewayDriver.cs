using Microsoft.Extensions.Logging;
using SmartNic.Registers;

namespace SmartNic.Driver;

/// <summary>The sole owner of a board's tables: programs them, and reads counters.</summary>
public sealed class GatewayDriver
{
    private GatewayDriver(BoardInfo board) => Board = board;

    /// <summary>What the board said about itself when it was attached.</summary>
    public BoardInfo Board { get; }

    /// <summary>The configuration in force; null before the first one.</summary>
    public GatewayConfig? Current { get; private set; }

    /// <summary>True once the device was lost: attach again.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Takes over a board: checks that it is the right one, and empties its tables.</summary>
    /// <param name="bar">The application register window.</param>
    /// <param name="loggers">Receives what happens; null for nobody.</param>
    /// <param name="nowNs">The board's time in nanoseconds; null to read it from the board.</param>
    /// <param name="options">How to do it; null for the defaults.</param>
    /// <exception cref="DeviceLostException">No board, or another one.</exception>
    public static GatewayDriver Attach(
        IBar bar,
        ILoggerFactory? loggers = null,
        Func<ulong>? nowNs = null,
        AttachOptions? options = null) => throw new InvalidOperationException("being built");

    /// <summary>
    /// Puts a configuration in force, in one transaction: no packet sees a part of it. Applying an equal
    /// one again writes nothing; one that does not fit is refused and changes nothing.
    /// </summary>
    /// <exception cref="DeviceLostException">The device was lost on the way.</exception>
    public ApplyResult Apply(GatewayConfig config) =>
        throw new InvalidOperationException($"being built {IsLost}");

    /// <summary>Reads every counter.</summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public CounterSnapshot ReadCounters() => throw new InvalidOperationException($"being built {IsLost}");

    /// <summary>The board's time in nanoseconds.</summary>
    public ulong ReadTimeNs() => throw new InvalidOperationException($"being built {IsLost}");

    /// <summary>Index (and host queue) of a tenant; null when there is none of that name.</summary>
    public ushort? TenantIndex(string tenant) => throw new InvalidOperationException($"being built {IsLost}");

    /// <summary>Name of the tenant with an index; null when there is none.</summary>
    public string? TenantName(ushort index) => throw new InvalidOperationException($"being built {IsLost}");

    /// <summary>Index of a remote's next hop; null when there is none of that name.</summary>
    public ushort? NextHopIndex(string remote) => throw new InvalidOperationException($"being built {IsLost}");

    /// <summary>How full the tables are.</summary>
    public IReadOnlyList<TableView> Tables() => throw new InvalidOperationException($"being built {IsLost}");

    /// <summary>The entries of a table; null when there is no table of that name.</summary>
    public IReadOnlyList<TableRow>? Entries(string table) =>
        throw new InvalidOperationException($"being built {IsLost}");

    /// <summary>The meters in use.</summary>
    public IReadOnlyList<MeterView> Meters() => throw new InvalidOperationException($"being built {IsLost}");
}
