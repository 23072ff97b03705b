using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>Rate and size of a bucket. Times are in ticks of 2^-8 ns.</summary>
public struct BucketConfig
{
    /// <summary>Packets are held to the rate.</summary>
    public bool Enabled;

    /// <summary>Ticks that a byte takes: 8 bits at the rate.</summary>
    public U24 TicksPerByte;

    /// <summary>Ticks that a full bucket of tokens is worth.</summary>
    public U40 BurstTicks;
}

/// <summary>State of a bucket: when it will be full again, in ticks.</summary>
public struct BucketState
{
    /// <summary>Theoretical arrival time.</summary>
    public ulong FullAt;
}

/// <summary>A packet before its bucket.</summary>
public struct BucketCharge
{
    /// <summary>Arrival time.</summary>
    public ulong Now;

    /// <summary>Latest time of being full at which the packet still conforms.</summary>
    public ulong Limit;

    /// <summary>Ticks that the packet costs.</summary>
    public U38 Cost;

    /// <summary>Arrival time plus cost: when a bucket that was full is full again.</summary>
    public ulong Next;
}

/// <summary>The update in one clock: two compares, a sum beside them, a choice.</summary>
public struct Charge : IStep<BucketState, BucketCharge, bool>
{
    /// <summary>Takes the tokens where there are enough; tells whether there were.</summary>
    public static bool Step(ref BucketState state, in BucketCharge arg)
    {
        if (state.FullAt > arg.Limit)
        {
            return false;
        }

        state.FullAt = state.FullAt <= arg.Now ? arg.Next : state.FullAt + arg.Cost;
        return true;
    }
}

/// <summary>
/// A token bucket per flow, as virtual scheduling (GCRA: ITU-T I.371, annex A; ATM Forum
/// af-tm-0121, section 4.4): a bucket that lacks n tokens is one that will be full in n token
/// times.
/// </summary>
public static class TokenBucket
{
    /// <summary>True when the packet conforms to its flow's rate.</summary>
    /// <param name="flow">Index of the flow.</param>
    /// <param name="lengthBytes">Length of the packet.</param>
    /// <param name="now">Arrival time in ticks, from 2^40 on; it wraps in two years.</param>
    /// <param name="config">Configuration per flow.</param>
    /// <param name="bucket">State per flow; all zero is full.</param>
    [Kernel("snic_token_bucket")]
    public static bool Run(
        U12 flow,
        U14 lengthBytes,
        ulong now,
        [Depth(4096)] Table<BucketConfig> config,
        [Depth(4096)] Rmw<Charge, BucketState, BucketCharge, bool> bucket)
    {
        BucketConfig c = config.Read(flow);
        U38 cost = (U38)((ulong)c.TicksPerByte * lengthBytes);
        if (!c.Enabled)
        {
            return true;
        }

        if (cost > c.BurstTicks)
        {
            return false;
        }

        BucketCharge charge = default;
        charge.Now = now;
        charge.Limit = now + (ulong)(c.BurstTicks - cost);
        charge.Cost = cost;
        charge.Next = now + cost;
        return bucket.Apply(flow, charge);
    }
}
