using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// Rates and bursts in the meter's fixed point: time per byte 17.20 ns, burst time 31.20 ns
/// (ARCHITECTURE.md, "Meter"). A burst time is burst x the stored time per byte, so that the meter
/// is exactly a bucket of that many bytes filled at the stored rate.
/// </summary>
internal static class MeterMath
{
    private const int FractionBits = 20;
    private const int BurstTimeBits = 51;
    private const ulong BitNs = 8_000_000_000;

    /// <summary>Default burst: what arrives in 10 ms, but not less than this.</summary>
    private const ulong DefaultBurstBytes = 16 * 1024;

    /// <summary>
    /// Nearest time per byte in units of 2^-20 ns; error at most 6e-6, near 100 Gbit/s.
    /// </summary>
    public static ulong TimePerByte(ulong bitsPerSecond) =>
        ((BitNs << FractionBits) + (bitsPerSecond / 2)) / bitsPerSecond;

    /// <summary>Time that a burst takes at a rate, in units of 2^-20 ns.</summary>
    public static UInt128 BurstTime(ulong bitsPerSecond, ulong bytes) =>
        (UInt128)bytes * TimePerByte(bitsPerSecond);

    /// <summary>
    /// Whether a burst time is below the 2^31 ns that a meter can hold: always, up to 2 s.
    /// </summary>
    public static bool BurstFits(ulong bitsPerSecond, ulong bytes) =>
        BurstTime(bitsPerSecond, bytes) >> BurstTimeBits == 0;

    /// <summary>
    /// Burst when none is given: 10 ms at the rate, at least 16 KiB, at most 2 s.
    /// </summary>
    public static ulong DefaultBurst(BitRate rate) => Whole(rate, Math.Min(
        Math.Max(rate.BitsPerSecond / 800, DefaultBurstBytes), TwoSeconds(rate)));

    /// <summary>Committed burst when none is given: the other one, or of RFC 4115 as that.
    /// </summary>
    public static ulong CommittedBurst(RateConfig rates) =>
        rates.Kind == MeterKind.ExcessRate ? DefaultBurst(rates.CommittedRate)
            : Math.Min(rates.BurstBytes, TwoSeconds(rates.CommittedRate));

    /// <summary>Bytes that arrive in 2 s: the largest burst of a configuration.</summary>
    public static ulong TwoSeconds(BitRate rate) => Whole(rate, rate.BitsPerSecond / 4);

    /// <summary>Whole packets where packets are counted.</summary>
    private static ulong Whole(BitRate rate, ulong bytes) =>
        rate.InPackets ? bytes - (bytes % MeterLength.PacketBytes) : bytes;

    /// <summary>Packets that arrive in 2 s: the largest burst of a limit.</summary>
    public static uint TwoSeconds(uint packetsPerSecond) => 2 * packetsPerSecond;

    /// <summary>Bit rate of a limit in packets, each charged as 64 bytes.</summary>
    public static ulong BitsPerSecond(SlowPathLimit limit) =>
        (ulong)limit.PacketsPerSecond * SlowPathLimit.BytesPerPacket * 8;

    /// <summary>Burst of a limit in packets, in bytes.</summary>
    public static ulong BurstBytes(SlowPathLimit limit) =>
        (ulong)limit.BurstPackets * SlowPathLimit.BytesPerPacket;
}
