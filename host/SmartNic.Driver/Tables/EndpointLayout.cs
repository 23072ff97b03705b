using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>Local endpoints: key = IPv4 address.</summary>
internal sealed class EndpointLayout : ExactLayout
{
    public override string Name => "rx_endpoint";

    public override (int A, int B) Ids => (TableLayouts.RxEndpointA.Id, TableLayouts.RxEndpointB.Id);

    public override int Buckets => TableLayouts.RxEndpointA.Depth;

    public override int Words => TableLayouts.RxEndpointA.Words;

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

    public override IEnumerable<(string Name, string Value)> Describe(
        ExactEntry entry, int generation) => [("ip", Ipv4.Format((uint)entry.Key))];

    private static EndpointEntry Entry(in ExactEntry slot) =>
        new() { Gen = (U2)slot.Gen, Ip = (uint)slot.Key };

    private static ExactEntry Slot(in EndpointEntry entry) =>
        new() { Gen = (byte)entry.Gen, Key = entry.Ip };
}
