namespace SmartNic.Features;

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
