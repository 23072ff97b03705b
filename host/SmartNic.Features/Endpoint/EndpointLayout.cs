using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// Local endpoints: key = IPv4 address, value = UDP port | interface &lt;&lt; 16.
/// </summary>
internal sealed class EndpointLayout() : TypedExactLayout<EndpointKey, EndpointValue>(
    TableLayouts.RxEndpointA.Info, TableLayouts.RxEndpointB.Info)
{
    /// <summary>The value of an entry.</summary>
    public static uint Value(EndpointConfig endpoint) =>
        endpoint.UdpPort | ((uint)endpoint.Interface << 16);

    public override EndpointKey KeyOf(ulong number) =>
        new() { Ip = (uint)number };

    public override ulong NumberOf(in EndpointKey key) => key.Ip;

    public override EndpointValue ValueOf(uint number) =>
        new() { UdpPort = (ushort)number, Interface = (U4)(number >> 16) };

    public override uint NumberOf(in EndpointValue value) =>
        value.UdpPort | ((uint)value.Interface << 16);

    protected override void Pack(
        in ExactBucket<EndpointKey, EndpointValue> bucket, Span<uint> words) =>
        TableLayouts.RxEndpointA.Pack(bucket, words);

    protected override void Unpack(
        ReadOnlySpan<uint> words, out ExactBucket<EndpointKey, EndpointValue> bucket) =>
        TableLayouts.RxEndpointA.Unpack(words, out bucket);
}
