using SmartNic.Hls.Language;

public struct Rule
{
    public U4 Class;
    public ushort Limit;
}

public struct Smooth : IStep<uint, ushort, ushort>
{
    // A moving average: the state is sixteen times the average.
    public static ushort Step(ref uint state, in ushort arg)
    {
        ushort before = (ushort)(state >> 4);
        state = state - before + arg;
        return before;
    }
}

public struct Highest : IStep<U12, U12, bool>
{
    public static bool Step(ref U12 state, in U12 arg)
    {
        if (arg <= state) return false;
        state = arg;
        return true;
    }
}

public struct Seen
{
    public bool Known;
    public U4 Class;
    public ushort Average;
    public ulong Bytes;
    public bool Record;
    public ushort Fast;
}

public static class State
{
    // Every kind of state, the shells at their least and largest latency.
    [Kernel("snic_state")]
    public static Seen Run(
        uint source,
        ushort port,
        U12 length,
        [Depth(8), KeyBits(48), Latency(3)] TernaryTable<Rule> rules,
        [Depth(4), Latency(6)] Rmw<Smooth, uint, ushort, ushort> slow,
        [Depth(4), Latency(3)] Rmw<Smooth, uint, ushort, ushort> fast,
        [Depth(16)] Counter bytes,
        Register<Highest, U12, U12, bool> longest)
    {
        Seen s = default;
        TernaryHit<Rule> rule = rules.Match(((ulong)source << 16) | port);
        if (!rule.Found) return s;
        s.Known = true;
        s.Class = rule.Entry.Class;
        s.Bytes = bytes.Add((uint)rule.Entry.Class, (uint)length);
        s.Record = longest.Apply(length);
        if (length > rule.Entry.Limit) s.Average = slow.Apply((uint)s.Class, (ushort)length);
        s.Fast = fast.Apply(source, port);
        return s;
    }
}
