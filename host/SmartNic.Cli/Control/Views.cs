using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Control;

/// <summary>All counters: those of the board, and those of the slow path.</summary>
/// <param name="Board">As <c>capture replay --counters</c> writes them.</param>
/// <param name="SlowPath">Counts of the slow path since the gateway was attached.</param>
/// <param name="SlowPathByTenant">The same by tenant; "-" is the wire.</param>
/// <param name="Devices">What passed the network devices at the ports of a board in software or
/// simulated, and was lost there, outside the gateway; empty for a card.</param>
internal sealed record CounterReport(
    CounterSnapshot Board,
    IReadOnlyDictionary<string, long> SlowPath,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> SlowPathByTenant,
    IReadOnlyList<PortStats> Devices);
