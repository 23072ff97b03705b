using System.Text.Json.Serialization;

namespace SmartNic.Driver;

/// <summary>Packets and bytes.</summary>
/// <param name="Packets">Packets.</param>
/// <param name="Bytes">Bytes, without FCS.</param>
public sealed record PacketCount(ulong Packets, ulong Bytes);

/// <summary>What went through one port.</summary>
/// <param name="In">Into the gateway.</param>
/// <param name="Out">Out of the gateway, copies too.</param>
/// <param name="Copies">Copies of frames that left here; in JSON only where there are some.</param>
/// <param name="CopiesLost">Copies that the port had no room for, likewise.</param>
public sealed record PortCounters(
    PacketCount In,
    PacketCount Out,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    ulong Copies = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    ulong CopiesLost = 0);

/// <summary>One direction of one tenant.</summary>
/// <param name="Packets">rx: delivered to the host; tx: sent to the wire.</param>
/// <param name="Bytes">Bytes of these, as metered: inner Ethernet frames without FCS.</param>
/// <param name="ToHost">tx only: packets of the slow path delivered to the tenant.</param>
/// <param name="Punts">Packets handed to the slow path.</param>
/// <param name="Drops">
/// Packets dropped, by class of reason: every class of the direction, in the order of the numbers.
/// </param>
/// <param name="Green">What is green of the first two, or not metered.</param>
/// <param name="Yellow">What is yellow, or red and let pass.</param>
public sealed record DirectionCounters(
    ulong Packets,
    ulong Bytes,
    ulong ToHost,
    ulong Punts,
    IReadOnlyDictionary<string, ulong> Drops,
    PacketCount Green,
    PacketCount Yellow);

/// <summary>Both directions of one tenant.</summary>
/// <param name="Rx">From the wire to the tenant.</param>
/// <param name="Tx">From the tenant to the wire.</param>
public sealed record TenantCounters(DirectionCounters Rx, DirectionCounters Tx);

/// <summary>Packets of a replay that were left out before they entered the gateway.</summary>
/// <param name="Cut">Not whole in their capture.</param>
public sealed record SkippedCounters(ulong Cut);

/// <summary>All counters of a gateway at one time, summed over its interfaces.</summary>
/// <param name="Ports">By port: <c>wire.N</c>, <c>host.N</c>, <c>slow.N</c>.</param>
/// <param name="Tenants">By tenant name, in alphabetical order.</param>
/// <param name="Drops">
/// Packets dropped, by reason, for all tenants and no tenant, both directions; every reason is
/// there, in the order of the numbers.
/// </param>
public sealed record CounterSnapshot(
    IReadOnlyDictionary<string, PortCounters> Ports,
    IReadOnlyDictionary<string, TenantCounters> Tenants,
    IReadOnlyDictionary<string, ulong> Drops)
{
    /// <summary>Packets of captures that never entered; null, and not in the JSON, when none were
    /// to be left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SkippedCounters? Skipped { get; init; }

    /// <summary>
    /// The snapshot as indented JSON with a final line feed; names in snake_case.
    /// </summary>
    public string ToJson() =>
        System.Text.Json.JsonSerializer.Serialize(this, CounterJson.Default.CounterSnapshot) + "\n";
}
