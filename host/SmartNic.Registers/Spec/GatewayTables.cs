using System.Collections.Immutable;
using System.Reflection;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>
/// The tables of the gateway (ARCHITECTURE.md "Tables"): an id and a name here; depth and entry
/// come from the parameter of the kernel that reads the table.
/// </summary>
public static class GatewayTables
{
    /// <summary>All tables, in rising order of id.</summary>
    public static ImmutableArray<TableSpec> All { get; } =
    [
        Of(0, "rx_endpoint_a", typeof(RxKernel), "endpointA"),
        Of(1, "rx_endpoint_b", typeof(RxKernel), "endpointB"),
        Of(2, "rx_vni_a", typeof(RxKernel), "vniA"),
        Of(3, "rx_vni_b", typeof(RxKernel), "vniB"),
        Of(4, "rx_meter", typeof(RxKernel), "meterConfig"),
        Of(5, "tx_port", typeof(TxKernel), "port"),
        Of(6, "tx_fdb_a", typeof(TxKernel), "fdbA"),
        Of(7, "tx_fdb_b", typeof(TxKernel), "fdbB"),
        Of(8, "tx_nexthop", typeof(TxKernel), "nextHop"),
        Of(9, "tx_meter", typeof(TxKernel), "meterConfig"),

        // Read-modify-write memories: host access waits for an idle slot of the pipeline.
        Of(10, "rx_meter_state", typeof(RxKernel), "meter"),
        Of(11, "tx_meter_state", typeof(TxKernel), "meter"),
    ];

    private static TableSpec Of(int id, string name, Type kernel, string parameter)
    {
        var port = kernel.GetMethod("Run")!.GetParameters().Single(p => p.Name == parameter);
        var generics = port.ParameterType.GetGenericArguments();
        var isTable = port.ParameterType.GetGenericTypeDefinition() == typeof(Table<>);
        var entry = isTable ? generics[0] : generics[1];
        var depth = port.GetCustomAttribute<DepthAttribute>()!.Entries;
        var fields = EntryLayout.Of(entry);
        return new TableSpec(
            id, name, depth, entry.Name, EntryLayout.Width(fields), fields);
    }
}
