using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Colours of RFC 2697, RFC 2698 and RFC 4115.</summary>
public enum MeterColor : byte
{
    /// <summary>Within the committed rate.</summary>
    Green = 0,

    /// <summary>Above it, and within the peak rate or the excess.</summary>
    Yellow = 1,

    /// <summary>Above both.</summary>
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

    /// <summary>Time at which the peak or excess bucket will be full.</summary>
    public Instant Peak;

    /// <summary>A Deficit that no packet conforms to: longer than any burst.</summary>
    public const ulong NoDeficit = (1UL << 51) - 1;

    /// <summary>
    /// SingleRate: what the excess bucket lacked when the committed one was last not full, as time
    /// at the rate: Peak - Committed, or NoDeficit.
    /// </summary>
    public U51 Deficit;
}

/// <summary>One bucket's side of a packet, made ready outside the loop.</summary>
public struct BucketArg
{
    /// <summary>
    /// The packet is not larger than the whole bucket, and came with no colour that bars it from
    /// the bucket.
    /// </summary>
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

    /// <summary>MeterKind.TwoRate.</summary>
    public bool IsTwoRate;

    /// <summary>MeterKind.SingleRate.</summary>
    public bool IsSingleRate;

    /// <summary>Committed bucket.</summary>
    public BucketArg Committed;

    /// <summary>Peak or excess bucket.</summary>
    public BucketArg Peak;

    /// <summary>SingleRate: the largest Deficit at which the packet conforms.</summary>
    public U51 DeficitLimit;

    /// <summary>Colour, if the configuration is new.</summary>
    public U2 FreshColor;

    /// <summary>State after the packet, if the configuration is new.</summary>
    public MeterState Fresh;
}

/// <summary>
/// The three colour markers of RFC 2697, RFC 2698 and RFC 4115 as virtual scheduling (GCRA, ITU-T
/// I.371): a bucket holds burst - (TAT - now) / time per byte bytes. Multiplication and everything
/// that does not depend on the state happens before the loop; in it are one compare, one add and a
/// choice.
/// <para>
/// The buckets of RFC 2697 fill one after the other, so the excess bucket's TAT is that of both
/// together, and it lacks D = TAT - committed TAT for as long as the committed bucket is not full,
/// and TAT - now from then on. A packet of cost L conforms to its burst time E if
/// TAT - max(now, committed TAT) is at most E - L: if D is, or if TAT is at most now + E - L. With
/// D in the state both are comparisons with what is known before the loop. Yellow packets add L to
/// TAT and D, green ones L to both TATs. A full committed bucket has a TAT in the past: a green
/// packet then makes D anew from TAT - now. A yellow one (longer than the committed burst, or come
/// as yellow) leaves the committed bucket full, and D without a meaning until then.
/// </para>
/// <para>
/// A packet of exactly the tokens that are there conforms to all three: a bucket that fills
/// continuously has no least token.
/// </para>
/// </summary>
public static class Meter
{
    /// <summary>
    /// Everything about one packet that does not depend on the meter's state, colour-blind.
    /// </summary>
    public static MeterArg Prepare(in MeterConfig config, U14 bytes, ulong nowNs) =>
        Prepare(config, bytes, nowNs, (U2)(byte)MeterColor.Green);

    /// <summary>Everything about one packet that does not depend on the meter's state.</summary>
    /// <param name="config">The meter.</param>
    /// <param name="bytes">What the packet is charged with.</param>
    /// <param name="nowNs">Arrival time.</param>
    /// <param name="incoming">The MeterColor it comes with; counts if the meter is colour-aware.
    /// </param>
    public static MeterArg Prepare(in MeterConfig config, U14 bytes, ulong nowNs, U2 incoming)
    {
        MeterArg a = default;
        a.Epoch = config.Epoch;
        a.NowNs = nowNs;
        a.IsTwoRate = config.Kind == (U2)(byte)MeterKind.TwoRate;
        a.IsSingleRate = config.Kind == (U2)(byte)MeterKind.SingleRate;
        a.Committed = Bucket(config, config.CirTimePerByte, config.CbsTime, bytes, nowNs);
        a.Peak = Bucket(config, config.PirTimePerByte, config.PbsTime, bytes, nowNs);
        a.DeficitLimit = (U51)((ulong)config.PbsTime - (ulong)a.Peak.Cost);

        // What comes yellow is never green, what comes red stays red: the same in all three.
        bool aware = config.IsColorAware;
        a.Committed.Fits &= !aware | incoming == (U2)(byte)MeterColor.Green;
        a.Peak.Fits &= !aware | incoming != (U2)(byte)MeterColor.Red;
        UInt128 start = (UInt128)config.StartNs << 20;
        ulong both = (ulong)config.CbsTime + (ulong)config.PbsTime;
        a.Fresh.Epoch = config.Epoch;
        a.Fresh.Committed = a.Committed.Fresh;
        a.Fresh.Peak = a.IsSingleRate & !config.StartFull
            ? Instant.From(start + both) : a.Peak.Fresh;
        a.Fresh.Deficit = config.PbsTime;
        MeterState fresh = a.Fresh;
        a.FreshColor = Decide(ref fresh, a, true);
        a.Fresh = fresh;
        return a;
    }

    /// <summary>
    /// Colour of the packet; the state goes on. Every term is a LUT behind the comparisons, as it
    /// is one clock with them: so none is the part of another.
    /// </summary>
    /// <param name="state">The state, which becomes that after the packet.</param>
    /// <param name="a">What the packet brings.</param>
    /// <param name="known">The state is of this configuration; else the fresh one counts.</param>
    public static U2 Decide(ref MeterState state, in MeterArg a, bool known)
    {
        UInt128 now = (UInt128)a.NowNs << 20;
        UInt128 committed = state.Committed.Units;
        UInt128 peak = state.Peak.Units;
        bool isFull = committed <= now;
        bool isPeakFull = peak <= now;
        bool above = Lacks(committed, a.Committed);
        bool exceeds = Lacks(peak, a.Peak);
        bool holds = !Lacks(state.Deficit, a);

        bool green = known & !above & (!a.IsTwoRate | !exceeds);
        bool takes = known & (exceeds ? (above ? holds : a.IsSingleRate)
            : above | a.IsSingleRate | a.IsTwoRate);
        bool lends = known & !isFull & above & (holds | !exceeds);
        bool yellow = above & (holds | !exceeds);
        bool red = exceeds & !holds & (a.IsTwoRate | above);
        U2 color = red ? (U2)(byte)MeterColor.Red
            : yellow ? (U2)(byte)MeterColor.Yellow
            : (U2)(byte)MeterColor.Green;

        U51 deficit = known ? state.Deficit : a.Fresh.Deficit;
        U51 lack = above ? (U51)MeterState.NoDeficit
            : isPeakFull ? (U51)0 : (U51)(ulong)(peak - now);
        U51 more = (U51)((ulong)state.Deficit + (ulong)a.Peak.Cost);
        state.Epoch = a.Epoch;
        state.Deficit = lends ? more : known & isFull ? lack : deficit;
        state.Peak = takes ? Charge(peak, isPeakFull, a.Peak)
            : known ? state.Peak : a.Fresh.Peak;
        state.Committed = green ? Charge(committed, isFull, a.Committed)
            : known ? state.Committed : a.Fresh.Committed;
        return known ? color : a.FreshColor;
    }

    /// <summary>The packet does not conform to a bucket: one comparison, also if it never does.
    /// </summary>
    static bool Lacks(UInt128 tat, in BucketArg b)
    {
        UInt128 one = (UInt128)1 << 84;
        return (tat | one) > (b.Limit.Units | (b.Fits ? one : 0));
    }

    /// <summary>The same of an excess bucket that nothing flows to.</summary>
    static bool Lacks(U51 deficit, in MeterArg a)
    {
        ulong one = 1UL << 51;
        return ((ulong)deficit | one)
            > ((ulong)a.DeficitLimit | (a.IsSingleRate & a.Peak.Fits ? one : 0));
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

    static Instant Charge(UInt128 tat, bool isFull, in BucketArg b) =>
        isFull ? b.Next : Instant.From(tat + (ulong)b.Cost);
}

/// <summary>The update of a meter's state by one packet: the loop-carried path.</summary>
public struct MeterStep : IStep<MeterState, MeterArg, U2>
{
    /// <summary>Colour of the packet, a MeterColor.</summary>
    public static U2 Step(ref MeterState state, in MeterArg arg)
    {
        return Meter.Decide(ref state, arg, state.Epoch == arg.Epoch);
    }
}
