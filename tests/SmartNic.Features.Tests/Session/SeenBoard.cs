using SmartNic.Features;
using SmartNic.Kernels;

namespace SmartNic.Features.Tests;

/// <summary>Records of hardware, with what it has noted.</summary>
internal sealed class SeenBoard : ISessionRecords
{
    private readonly Dictionary<SessionKey, SessionSeen> _seen = [];

    /// <summary>A packet of this key passes.</summary>
    public bool Has(in SessionKey key) => _seen.ContainsKey(key);

    /// <summary>One has passed.</summary>
    public void Note(in SessionKey key, uint tick) => _seen[key] = new()
    {
        LastTick = tick, Packets = _seen[key].Packets + 1,
    };

    /// <inheritdoc/>
    public bool TryInstall(ref SessionEntry session)
    {
        SessionKeys.TryInvert(session.Original, out SessionKey other);
        _seen.Add(session.Original, default);
        _seen.TryAdd(other, default);
        return true;
    }

    /// <inheritdoc/>
    public bool TryRemove(ref SessionEntry session)
    {
        SessionKeys.TryInvert(session.Original, out SessionKey other);
        _seen.Remove(session.Original);
        _seen.Remove(other);
        return true;
    }

    /// <inheritdoc/>
    public bool TryReadSeen(
        in SessionEntry session, out SessionSeen original, out SessionSeen reply)
    {
        SessionKeys.TryInvert(session.Original, out SessionKey other);
        return _seen.TryGetValue(session.Original, out original)
            & _seen.TryGetValue(other, out reply);
    }
}
