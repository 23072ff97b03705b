namespace SmartNic.Driver;

/// <summary>How full a table is.</summary>
/// <param name="Name">Name of the table (ARCHITECTURE.md, "Tables"), without <c>_a</c>, <c>_b</c>.
/// </param>
/// <param name="Used">Entries in it.</param>
/// <param name="Capacity">Entries that it has room for.</param>
/// <param name="Interfaces">Cores that hold a copy.</param>
public sealed record TableView(string Name, int Used, int Capacity, int Interfaces);

/// <summary>One entry of a table, as the driver wrote it.</summary>
/// <param name="Location">Where it is: <c>a[12].3</c> or <c>[7]</c>.</param>
/// <param name="Fields">Names and values, in the order of the entry's fields.</param>
public sealed record TableRow(string Location, IReadOnlyDictionary<string, string> Fields);

/// <summary>One meter, as programmed.</summary>
/// <param name="Table"><c>rx_meter</c> or <c>tx_meter</c>.</param>
/// <param name="Tenant">Name of the tenant; <c>-</c> for the wire's slow-path limit.</param>
/// <param name="Index">Index in the table.</param>
/// <param name="Enabled">False when everything is green.</param>
/// <param name="Epoch">Changes with every change of the meter.</param>
/// <param name="Rate">Peak rate in bit/s; zero when not enabled.</param>
/// <param name="CommittedRate">Committed rate in bit/s; zero when not enabled.</param>
/// <param name="BurstBytes">Peak burst in bytes.</param>
/// <param name="CommittedBurstBytes">Committed burst in bytes.</param>
public sealed record MeterView(
    string Table,
    string Tenant,
    int Index,
    bool Enabled,
    ushort Epoch,
    ulong Rate,
    ulong CommittedRate,
    ulong BurstBytes,
    ulong CommittedBurstBytes);
