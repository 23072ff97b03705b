namespace SmartNic.Bench;

/// <summary>
/// Time that this process spent computing. Rates are per second of it: what one core does, also
/// when other programs take their share of the machine meanwhile.
/// </summary>
internal sealed class CpuClock
{
    private readonly TimeSpan _start = Environment.CpuUsage.TotalTime;

    /// <summary>Seconds of computing since this clock was started.</summary>
    public double Seconds => (Environment.CpuUsage.TotalTime - _start).TotalSeconds;
}
