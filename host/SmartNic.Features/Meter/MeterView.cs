namespace SmartNic.Features;

/// <summary>One meter, as programmed.</summary>
/// <param name="Table"><c>rx_meter</c>, <c>tx_send_meter</c>, or <c>tx_meter</c> of slow-path
/// limits.</param>
/// <param name="Tenant">Name of the tenant; <c>-</c> for the wire's slow-path limit.</param>
/// <param name="Index">Index in the table.</param>
/// <param name="Enabled">False when everything is green.</param>
/// <param name="Epoch">Changes with every change of the meter.</param>
/// <param name="Rate">Rate of what passes at most in bit/s; zero when not enabled.</param>
/// <param name="CommittedRate">Committed rate in bit/s; zero when not enabled.</param>
/// <param name="BurstBytes">Peak or excess burst in bytes.</param>
/// <param name="CommittedBurstBytes">Committed burst in bytes.</param>
/// <param name="Kind"><c>rfc2698</c>, <c>rfc2697</c> or <c>rfc4115</c>.</param>
/// <param name="Length">
/// What a frame is charged: <c>l1</c>, <c>l2</c> or <c>l3</c> by its bytes, <c>packet</c> 64.
/// </param>
/// <param name="ColorMode"><c>blind</c> or <c>aware</c>.</param>
public sealed record MeterView(
    string Table,
    string Tenant,
    int Index,
    bool Enabled,
    ushort Epoch,
    ulong Rate,
    ulong CommittedRate,
    ulong BurstBytes,
    ulong CommittedBurstBytes,
    string Kind,
    string Length,
    string ColorMode);
