using SmartNic.Driver;

namespace SmartNic.Sim;

/// <summary>What the simulator knows of a frame at a port.</summary>
/// <param name="Port">Where it entered or left.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="LengthBytes">Bytes without FCS.</param>
/// <param name="Bad">Inputs: marked bad.</param>
/// <param name="TimeNs">Arrival time in nanoseconds.</param>
/// <param name="FirstClock">Clock in which its first beat was transferred.</param>
/// <param name="LastClock">Clock in which its last beat was transferred.</param>
public readonly record struct SimFrame(
    PortId Port,
    ushort Tag,
    int LengthBytes,
    bool Bad,
    ulong TimeNs,
    ulong FirstClock,
    ulong LastClock);
