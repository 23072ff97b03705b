using System.Diagnostics;

namespace SmartNic.Flash;

/// <summary>The time of this machine.</summary>
public sealed class SystemClock : IFlashClock
{
    private const long SpinNs = 200_000;

    /// <inheritdoc/>
    public long NowNs => (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;

    /// <inheritdoc/>
    public void Wait(long durationNs)
    {
        // A sleep takes at least 50 us longer than asked: short waits are spun.
        if (durationNs > SpinNs)
        {
            Thread.Sleep(TimeSpan.FromMicroseconds(durationNs / 1000));
            return;
        }

        var end = NowNs + durationNs;
        while (NowNs < end)
        {
            Thread.SpinWait(20);
        }
    }
}
