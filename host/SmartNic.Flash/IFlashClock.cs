namespace SmartNic.Flash;

/// <summary>Time as a memory sees it: of this machine, or of a simulated part.</summary>
public interface IFlashClock
{
    /// <summary>Nanoseconds since some start.</summary>
    long NowNs { get; }

    /// <summary>Lets time pass.</summary>
    /// <param name="durationNs">At least so many nanoseconds.</param>
    void Wait(long durationNs);
}
