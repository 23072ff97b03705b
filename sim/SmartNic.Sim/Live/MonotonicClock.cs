using System.Diagnostics;

namespace SmartNic.Sim.Live;

/// <summary>CLOCK_MONOTONIC of the host: never steps, never goes back.</summary>
public static class MonotonicClock
{
    /// <summary>Nanoseconds since an arbitrary start.</summary>
    // Stopwatch reads CLOCK_MONOTONIC, and on Linux ticks are nanoseconds; the conversion covers
    // other frequencies.
    public static ulong NowNs => Stopwatch.Frequency == 1_000_000_000
        ? (ulong)Stopwatch.GetTimestamp()
        : (ulong)((UInt128)Stopwatch.GetTimestamp() * 1_000_000_000 / (ulong)Stopwatch.Frequency);
}
