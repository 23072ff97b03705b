using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// Outer sources: key = tenant &lt;&lt; 32 | IPv4 address; tenant 0 has the local endpoints.
/// </summary>
internal sealed class SourceLayout() : TypedExactLayout<SourceKey, Nothing>(
    TableLayouts.RxSourceA.Info, TableLayouts.RxSourceB.Info)
{
    /// <summary>The key of an entry.</summary>
    public static ulong Key(ushort tenant, uint ip) => ((ulong)tenant << 32) | ip;

    /// <summary>The tenant of a key.</summary>
    public static ushort Tenant(ulong key) => (ushort)(key >> 32);

    public override SourceKey KeyOf(ulong number) =>
        new() { Tenant = (U12)(number >> 32), Ip = (uint)number };

    public override ulong NumberOf(in SourceKey key) => Key((ushort)key.Tenant, key.Ip);

    public override Nothing ValueOf(uint number) =>
        default;

    public override uint NumberOf(in Nothing value) => 0;

    protected override void Pack(in ExactBucket<SourceKey, Nothing> bucket, Span<uint> words) =>
        TableLayouts.RxSourceA.Pack(bucket, words);

    protected override void Unpack(
        ReadOnlySpan<uint> words, out ExactBucket<SourceKey, Nothing> bucket) =>
        TableLayouts.RxSourceA.Unpack(words, out bucket);
}
