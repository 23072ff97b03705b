using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Kernels.Samples;

namespace SmartNic.Driver.Tests.Records;

/// <summary>Keys of sessions.</summary>
internal static class ConnectionKeys
{
    private const int Searched = 5_000;

    /// <summary>The n-th key: few tenants, sequential ports, a prefix that all share.</summary>
    public static ConnectionKey Of(int n) => new()
    {
        Tenant = (U12)(uint)(1 + (n % 7)),
        Protocol = 6,
        SourceHigh = 0x2001_0DB8_0000_0000,
        SourceLow = (ulong)(uint)n / 256,
        DestinationHigh = 0x2001_0DB8_0000_0001,
        DestinationLow = 1,
        SourcePort = (ushort)(1024 + (n % 256)),
        DestinationPort = 443,
    };

    /// <summary>
    /// Keys of which many have the signature of another one in the same bucket: such are rare, so
    /// they are looked for.
    /// </summary>
    public static ConnectionKey[] Colliding(int count, int buckets, ulong secret)
    {
        var groups = new Dictionary<(char, int, ushort), List<ConnectionKey>>();
        for (var n = 0; n < Searched; n++)
        {
            var key = Of(n);
            var at = RecordMatch.Place(key, secret);
            Add(('a', at.A % buckets, at.Signature), key);
            Add(('b', at.B % buckets, at.Signature), key);
        }

        var meeting = groups.Values.Where(g => g.Count > 1).SelectMany(g => g).Distinct();
        return [.. meeting.Take(count / 2), .. Enumerable.Range(Searched, count / 2).Select(Of)];

        void Add((char, int, ushort) pair, in ConnectionKey key)
        {
            if (!groups.TryGetValue(pair, out var group))
            {
                groups[pair] = group = [];
            }

            group.Add(key);
        }
    }
}
