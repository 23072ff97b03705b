using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;
using SmartNic.Driver;
namespace SmartNic.Features;

/// <summary>Forwarding: key = tenant &lt;&lt; 48 | MAC, value = next hop.</summary>
internal sealed class FdbLayout() : TypedExactLayout<FdbKey, FdbValue>(
    TableLayouts.TxFdbA.Info, TableLayouts.TxFdbB.Info)
{
    /// <summary>The key of an entry.</summary>
    public static ulong Key(ushort tenant, MacAddress mac) => ((ulong)tenant << 48) | mac.Value;

    public override FdbKey KeyOf(ulong number) =>
        new() { Tenant = (U12)(number >> 48), Mac = (U48)number };

    public override ulong NumberOf(in FdbKey key) =>
        ((ulong)key.Tenant << 48) | (ulong)key.Mac;

    public override FdbValue ValueOf(uint number) =>
        new() { NextHop = (U12)number };

    public override uint NumberOf(in FdbValue value) => (uint)value.NextHop;

    protected override void Pack(in ExactBucket<FdbKey, FdbValue> bucket, Span<uint> words) =>
        TableLayouts.TxFdbA.Pack(bucket, words);

    protected override void Unpack(
        ReadOnlySpan<uint> words, out ExactBucket<FdbKey, FdbValue> bucket) =>
        TableLayouts.TxFdbA.Unpack(words, out bucket);
}
