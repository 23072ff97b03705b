using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// Local endpoints: key = IPv4 address, value = UDP port | interface &lt;&lt; 16.
/// </summary>
internal sealed class EndpointLayout()
    : ExactLayout(TableLayouts.RxEndpointA.Info, TableLayouts.RxEndpointB.Info)
{
    /// <summary>The value of an entry.</summary>
    public static uint Value(EndpointConfig endpoint) =>
        endpoint.UdpPort | ((uint)endpoint.Interface << 16);

    public override (uint A, uint B) Hash(ulong key, ulong hashKey)
    {
        var at = Hashes.Endpoint((uint)key, hashKey);
        return (at.A, at.B);
    }

    public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words)
    {
        var bucket = new EndpointBucket
        {
            E0 = Entry(slots[0]),
            E1 = Entry(slots[1]),
            E2 = Entry(slots[2]),
            E3 = Entry(slots[3]),
        };
        TableLayouts.RxEndpointA.Pack(bucket, words);
    }

    public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots)
    {
        TableLayouts.RxEndpointA.Unpack(words, out var bucket);
        slots[0] = Slot(bucket.E0);
        slots[1] = Slot(bucket.E1);
        slots[2] = Slot(bucket.E2);
        slots[3] = Slot(bucket.E3);
    }

    private static EndpointEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Ip = (uint)slot.Key,
        Value0 = Value(slot.Value0),
        Value1 = Value(slot.Value1),
    };

    private static EndpointValue Value(uint value) =>
        new() { UdpPort = (ushort)value, Interface = (U4)(value >> 16) };

    private static uint Value(in EndpointValue value) =>
        value.UdpPort | ((uint)value.Interface << 16);

    private static ExactEntry Slot(in EndpointEntry entry) => new()
    {
        Gen = (byte)entry.Gen,
        Key = entry.Ip,
        Value0 = Value(entry.Value0),
        Value1 = Value(entry.Value1),
    };
}
