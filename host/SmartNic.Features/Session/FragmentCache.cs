using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// What became of first fragments: the later ones follow, which have no ports to be judged by. One
/// that comes before the first is dropped: who sends it again sends all of them.
/// </summary>
internal sealed class FragmentCache
{
    /// <summary>
    /// Half of what a receiver may wait (60 s, RFC 8200 section 4.5; RFC 791 says 15 at first):
    /// at 16 bits an identification of IPv4 comes again soon (RFC 4963), and must not find the
    /// verdict of another packet.
    /// </summary>
    private const ulong LifetimeNs = 30_000_000_000;

    private const int Ways = 4;
    private readonly Place[] _places;
    private readonly ulong _secret;
    private readonly uint _mask;

    /// <param name="capacity">Packets that are remembered, a power of two.</param>
    /// <param name="secret">Of the hash.</param>
    public FragmentCache(int capacity, ulong secret)
    {
        (_places, _secret) = (new Place[capacity], secret);
        _mask = (uint)(capacity / Ways) - 1;
    }

    /// <summary>Remembers what became of a first fragment; the oldest of its bucket goes.</summary>
    public void Note(in Flow flow, bool passes, ulong nowNs)
    {
        var key = KeyOf(flow);
        var bucket = Bucket(key);
        ref var oldest = ref bucket[0];
        foreach (ref var place in bucket)
        {
            if (place.UntilNs != 0 && SessionKey.Same(place.Key, key))
            {
                oldest = ref place;
                break;
            }

            if (place.UntilNs < oldest.UntilNs)
            {
                oldest = ref place;
            }
        }

        oldest = new() { Key = key, UntilNs = nowNs + LifetimeNs, Passes = passes };
    }

    /// <summary>Whether the first fragment of a later one is known, and has passed.</summary>
    public bool Passes(in Flow flow, ulong nowNs)
    {
        var key = KeyOf(flow);
        foreach (ref var place in Bucket(key))
        {
            if (place.UntilNs > nowNs && SessionKey.Same(place.Key, key))
            {
                return place.Passes;
            }
        }

        return false;
    }

    /// <summary>The identification in place of the ports; no protocol of IPv6 (RFC 8200 section
    /// 4.5).</summary>
    private static SessionKey KeyOf(in Flow flow)
    {
        var key = flow.Key;
        key.SourcePort = (ushort)(flow.Identification >> 16);
        key.DestinationPort = (ushort)flow.Identification;
        key.Protocol = key.IsIp6 ? (byte)0 : key.Protocol;
        return key;
    }

    private Span<Place> Bucket(in SessionKey key) => _places.AsSpan(
        (int)((uint)SessionKey.Mix(key, _secret) & _mask) * Ways, Ways);

    private struct Place
    {
        public SessionKey Key;
        public ulong UntilNs;
        public bool Passes;
    }
}
