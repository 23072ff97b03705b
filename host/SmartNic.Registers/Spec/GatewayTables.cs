using System.Collections.Immutable;

namespace SmartNic.Registers;

/// <summary>
/// The tables of the gateway (ARCHITECTURE.md "Tables"), all from the compiler's output for the
/// kernels: fields of RxTables and TxTables are the only place where a table stands.
/// </summary>
public static class GatewayTables
{
    /// <summary>All tables, in rising order of id.</summary>
    public static ImmutableArray<TableSpec> All { get; } =
        [.. KernelOutput.Rx.Tables.Concat(KernelOutput.Tx.Tables).OrderBy(table => table.Id)];
}
