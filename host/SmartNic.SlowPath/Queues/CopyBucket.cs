namespace SmartNic.SlowPath.Queues;

/// <summary>
/// A token bucket of copies. A frame goes to all its remotes or to none: it passes when a copy is
/// left, and what it takes beyond that is a debt that is paid off first. So the copies of any time
/// are at most rate x time, the burst, and those of one frame.
/// </summary>
internal struct CopyBucket
{
    private const long Nano = 1_000_000_000;

    // In copies x 10^-9, as time is in ns: no rounding, at 100 million a second 2^53 at most.
    private long _tokens;
    private ulong _lastNs;
    private bool _isStarted;

    /// <summary>Copies that may be made at once at a rate: those of a tenth of a second.</summary>
    public static long Burst(uint copiesPerSecond) => Math.Max(1, copiesPerSecond / 10);

    /// <summary>Takes the copies of one frame.</summary>
    /// <param name="copies">How many.</param>
    /// <param name="copiesPerSecond">The rate in force; 1 or more.</param>
    /// <param name="nowNs">The present time; one that goes back gives nothing.</param>
    /// <returns>False when none is left: nothing was taken.</returns>
    public bool TryTake(int copies, uint copiesPerSecond, ulong nowNs)
    {
        long most = Burst(copiesPerSecond) * Nano;
        if (!_isStarted)
        {
            (_isStarted, _tokens, _lastNs) = (true, most, nowNs);
        }

        if (nowNs > _lastNs)
        {
            ulong missing = (ulong)(most - Math.Min(_tokens, most));
            ulong elapsedNs = Math.Min(nowNs - _lastNs, (missing / copiesPerSecond) + 1);
            _tokens += (long)(elapsedNs * copiesPerSecond);
            _lastNs = nowNs;
        }

        _tokens = Math.Min(_tokens, most);
        if (_tokens <= 0)
        {
            return false;
        }

        _tokens -= copies * Nano;
        return true;
    }
}
