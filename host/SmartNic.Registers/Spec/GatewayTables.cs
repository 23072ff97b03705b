using System.Collections.Immutable;

namespace SmartNic.Registers;

/// <summary>
/// The tables of the gateway (ARCHITECTURE.md "Tables"): an id and a name here; depth and bits
/// come from the compiler's output for the kernel that reads the table.
/// </summary>
public static class GatewayTables
{
    /// <summary>All tables, in rising order of id.</summary>
    public static ImmutableArray<TableSpec> All { get; } =
    [
        Of(0, "rx_endpoint_a", KernelOutput.Rx["endpoint_a"]),
        Of(1, "rx_endpoint_b", KernelOutput.Rx["endpoint_b"]),
        Of(2, "rx_vni_a", KernelOutput.Rx["vni_a"]),
        Of(3, "rx_vni_b", KernelOutput.Rx["vni_b"]),
        Of(4, "rx_meter", KernelOutput.Rx["meter_config"]),
        Of(5, "tx_port", KernelOutput.Tx["port"]),
        Of(6, "tx_fdb_a", KernelOutput.Tx["fdb_a"]),
        Of(7, "tx_fdb_b", KernelOutput.Tx["fdb_b"]),
        Of(8, "tx_nexthop", KernelOutput.Tx["next_hop"]),
        Of(9, "tx_meter", KernelOutput.Tx["meter_config"]),

        // Read-modify-write memories: host access waits for an idle slot of the pipeline.
        Of(10, "rx_meter_state", KernelOutput.Rx["meter"]),
        Of(11, "tx_meter_state", KernelOutput.Tx["meter"]),
        Of(12, "rx_policy", KernelOutput.Rx["policy"]),
        Of(13, "rx_source_a", KernelOutput.Rx["source_a"]),
        Of(14, "rx_source_b", KernelOutput.Rx["source_b"]),
    ];

    private static TableSpec Of(int id, string name, KernelMemory memory) => new(
        id, name, memory.Depth, memory.EntryType, memory.Width, memory.Fields);
}
