using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>VNIs: value = tenant | queue &lt;&lt; 12.</summary>
internal sealed class VniLayout() : TypedExactLayout<VniKey, VniValue>(
    TableLayouts.RxVniA.Info, TableLayouts.RxVniB.Info)
{
    /// <summary>The value of an entry.</summary>
    public static uint Value(ushort tenant, ushort queue) => tenant | ((uint)queue << 12);

    /// <summary>The tenant of a value.</summary>
    public static ushort Tenant(uint value) => (ushort)(value & 0xFFF);

    public override VniKey KeyOf(ulong number) =>
        new() { Vni = (U24)number };

    public override ulong NumberOf(in VniKey key) => key.Vni;

    public override VniValue ValueOf(uint number) =>
        new() { Tenant = (U12)number, Queue = (U12)(number >> 12) };

    public override uint NumberOf(in VniValue value) =>
        Value((ushort)value.Tenant, (ushort)value.Queue);

    protected override void Pack(in ExactBucket<VniKey, VniValue> bucket, Span<uint> words) =>
        TableLayouts.RxVniA.Pack(bucket, words);

    protected override void Unpack(
        ReadOnlySpan<uint> words, out ExactBucket<VniKey, VniValue> bucket) =>
        TableLayouts.RxVniA.Unpack(words, out bucket);
}
