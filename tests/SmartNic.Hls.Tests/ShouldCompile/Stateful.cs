using SmartNic.Hls.Language;

public struct Config
{
    public bool Enabled;
    public U20 Cost;
    public ushort Limit;
    public U4 Next;
}

public struct Level
{
    public uint Tokens;
    public U12 Count;
}

public struct Charge
{
    public uint Cost;
    public uint Limit;
}

public struct Fill : IStep<Level, Charge, bool>
{
    public static bool Step(ref Level state, in Charge arg)
    {
        state.Count++;
        if (state.Tokens > arg.Limit)
        {
            state.Tokens -= arg.Limit;
            return false;
        }

        state.Tokens += arg.Cost;
        return true;
    }
}

public struct Outcome
{
    public bool Pass;
    public bool Metered;
    public U24 Price;
    public ushort Limit;
    public U4 Next;
}

public static class Stateful
{
    [Kernel("snic_stateful")]
    public static Outcome Run(
        Window frame,
        ushort length,
        U10 spare,
        [Depth(16)] Table<Config> first,
        [Depth(8), Latency(3)] Table<ushort> second,
        [Depth(8)] Rmw<Fill, Level, Charge, bool> meter)
    {
        Outcome o = default;
        Config c = first.Read(frame.U8(3));
        if (!c.Enabled)
        {
            o.Limit = second.Read(frame.U8(0));
            return o;
        }

        uint price = (uint)c.Cost * length;
        o.Price = (U24)(price >> 4);
        o.Next = c.Next;
        o.Pass = true;
        if (length > 64)
        {
            o.Metered = true;
            o.Pass = meter.Apply(frame.U8(4), new Charge { Cost = price, Limit = c.Limit });
        }

        return o;
    }
}
