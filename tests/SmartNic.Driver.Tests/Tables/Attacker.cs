using SmartNic.Driver.Tests.Board;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>What somebody does who knows the hash key.</summary>
internal static class Attacker
{
    /// <summary>VNIs that all have the same two buckets, of four slots each.</summary>
    public static uint[] MeetingVnis(int count, ulong hashKey)
    {
        var layout = VniTables.Layout;
        var seen = new byte[layout.Buckets * layout.Buckets];
        int Pair(uint vni)
        {
            var (a, b) = layout.Hash(vni, hashKey);
            return (int)((a * (uint)layout.Buckets) + b);
        }

        for (uint last = 1; last <= TenantSection.MostVni; last++)
        {
            var pair = Pair(last);
            if (++seen[pair] == count)
            {
                return [.. Enumerable.Range(1, (int)last).Select(vni => (uint)vni)
                    .Where(vni => Pair(vni) == pair)];
            }
        }

        throw new InvalidOperationException("no such VNIs");
    }
}
