using SmartNic.Driver.Tables;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>What somebody does who knows the hash key.</summary>
internal static class Attacker
{
    /// <summary>VNIs that all have the same two buckets, of four slots each.</summary>
    public static ulong[] MeetingVnis(int count, ulong hashKey)
    {
        var layout = new VniLayout();
        var seen = new byte[layout.Buckets * layout.Buckets];
        int Pair(ulong vni)
        {
            var (a, b) = layout.Hash(vni, hashKey);
            return (int)((a * (uint)layout.Buckets) + b);
        }

        for (ulong last = 1; last <= TenantSection.MostVni; last++)
        {
            var pair = Pair(last);
            if (++seen[pair] == count)
            {
                return [.. Enumerable.Range(1, (int)last).Select(vni => (ulong)vni)
                    .Where(vni => Pair(vni) == pair)];
            }
        }

        throw new InvalidOperationException("no such VNIs");
    }
}
