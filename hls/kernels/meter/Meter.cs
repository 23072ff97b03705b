using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Colours of RFC 2698.</summary>
public enum MeterColor : byte
{
    /// <summary>Within the committed rate.</summary>
    Green = 0,

    /// <summary>Within the peak rate.</summary>
    Yellow = 1,

    /// <summary>Above the peak rate.</summary>
    Red = 2,
}

/// <summary>
/// A point in time: nanoseconds and 20 fraction bits. 64 bits of nanoseconds do not wrap in 584
/// years, so no comparison of two times is ever ambiguous.
/// </summary>
public struct Instant
{
    /// <summary>Units of 2^-20 ns, below one nanosecond.</summary>
    public U20 Fraction;

    /// <summary>Nanoseconds.</summary>
    public ulong Ns;

    /// <summary>The time in units of 2^-20 ns (84 bits).</summary>
    public readonly UInt128 Units => ((UInt128)Ns << 20) | (ulong)Fraction;

    /// <summary>From units of 2^-20 ns.</summary>
    public static Instant From(UInt128 units)
    {
        Instant t = default;
        t.Fraction = (U20)(ulong)units;
        t.Ns = (ulong)(units >> 20);
        return t;
    }
}

/// <summary>State of one meter: a theoretical arrival time (TAT) per bucket.</summary>
public struct MeterState
{
    /// <summary>Epoch of the configuration that wrote this state.</summary>
    public ushort Epoch;

    /// <summary>Time at which the committed bucket will be full.</summary>
    public Instant Committed;

    /// <summary>Time at which the peak bucket will be full.</summary>
    public Instant Peak;
}

/// <summary>One bucket's side of a packet, made ready outside the loop.</summary>
public struct BucketArg
{
    /// <summary>The packet is not larger than the whole bucket.</summary>
    public bool Fits;

    /// <summary>Latest TAT at which the packet conforms: now + burst time - cost.</summary>
    public Instant Limit;

    /// <summary>Length times time per byte.</summary>
    public U51 Cost;

    /// <summary>now + cost: the new TAT of a bucket that was full.</summary>
    public Instant Next;

    /// <summary>TAT before the packet, if the configuration is new.</summary>
    public Instant Fresh;
}

/// <summary>What the read-modify-write of a meter needs of one packet.</summary>
public struct MeterArg
{
    /// <summary>Epoch of the configuration that applies.</summary>
    public ushort Epoch;

    /// <summary>Arrival time.</summary>
    public ulong NowNs;

    /// <summary>Committed bucket.</summary>
    public BucketArg Committed;

    /// <summary>Peak bucket.</summary>
    public BucketArg Peak;

    /// <summary>Colour, if the configuration is new.</summary>
    public U2 FreshColor;

    /// <summary>State after the packet, if the configuration is new.</summary>
    public MeterState Fresh;
}

/// <summary>
/// RFC 2698 in its colour-blind mode as virtual scheduling (GCRA, ITU-T I.371): a bucket holds
/// burst - (TAT - now) / time per byte bytes. Multiplication and everything that does not
/// depend on the state happens before the loop; in it are one compare, one add and a choice.
/// </summary>
public static class Meter
{
    /// <summary>Everything about one packet that does not depend on the meter's state.</summary>
    public static MeterArg Prepare(in MeterConfig config, U14 bytes, ulong nowNs)
    {
        MeterArg a = default;
        a.Epoch = config.Epoch;
        a.NowNs = nowNs;
        a.Committed = Bucket(config, config.CirTimePerByte, config.CbsTime, bytes, nowNs);
        a.Peak = Bucket(config, config.PirTimePerByte, config.PbsTime, bytes, nowNs);
        a.Fresh.Epoch = config.Epoch;
        a.Fresh.Committed = a.Committed.Fresh;
        a.Fresh.Peak = a.Peak.Fresh;
        MeterState fresh = a.Fresh;
        a.FreshColor = Decide(ref fresh, a);
        a.Fresh = fresh;
        return a;
    }

    /// <summary>Colour of the packet; the state goes on.</summary>
    public static U2 Decide(ref MeterState state, in MeterArg a)
    {
        UInt128 committed = state.Committed.Units;
        UInt128 peak = state.Peak.Units;
        if (!a.Peak.Fits | peak > a.Peak.Limit.Units)
        {
            return (U2)(byte)MeterColor.Red;
        }

        state.Peak = Charge(peak, a.NowNs, a.Peak);
        if (!a.Committed.Fits | committed > a.Committed.Limit.Units)
        {
            return (U2)(byte)MeterColor.Yellow;
        }

        state.Committed = Charge(committed, a.NowNs, a.Committed);
        return (U2)(byte)MeterColor.Green;
    }

    static BucketArg Bucket(
        in MeterConfig config, U37 timePerByte, U51 burst, U14 bytes, ulong nowNs)
    {
        BucketArg b = default;
        UInt128 now = (UInt128)nowNs << 20;
        UInt128 start = (UInt128)config.StartNs << 20;
        ulong cost = (ulong)timePerByte * (ulong)bytes;
        ulong burstTime = burst;
        b.Fits = cost <= burstTime;
        b.Cost = (U51)cost;
        b.Limit = Instant.From(now + burstTime - cost);
        b.Next = Instant.From(now + cost);
        b.Fresh = Instant.From(config.StartFull ? now : start + burstTime);
        return b;
    }

    static Instant Charge(UInt128 tat, ulong nowNs, in BucketArg b) =>
        tat > ((UInt128)nowNs << 20) ? Instant.From(tat + (ulong)b.Cost) : b.Next;
}

/// <summary>The update of a meter's state by one packet: the loop-carried path.</summary>
public struct MeterStep : IStep<MeterState, MeterArg, U2>
{
    /// <summary>Colour of the packet, a MeterColor.</summary>
    public static U2 Step(ref MeterState state, in MeterArg arg)
    {
        if (state.Epoch != arg.Epoch)
        {
            state = arg.Fresh;
            return arg.FreshColor;
        }

        return Meter.Decide(ref state, arg);
    }
}
