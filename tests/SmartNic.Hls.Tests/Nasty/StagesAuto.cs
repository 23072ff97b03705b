// right: IsOpen is a field, and a packet is closed by clearing it
using SmartNic.Hls.Language;

public struct Fate : IPacket
{
    public byte Reason;
    public U12 Tenant;
    public uint Seen;
    public bool Green;

    public bool IsOpen { get; set; }
}

public struct Entry
{
    public bool Valid;
    public U12 Tenant;
}

public struct Spend : IStep<ulong, uint, bool>
{
    public static bool Step(ref ulong state, in uint arg)
    {
        bool fits = state < 1_000_000;
        state = fits ? state + arg : state;
        return fits;
    }
}

public struct MeterState
{
    [Depth(16)]
    public Rmw<Spend, ulong, uint, bool> Spent;

    [Depth(16)]
    public Counter Refused;
}

public struct Tables
{
    [Depth(64)]
    public Table<Entry> Tenant;

    public MeterState Meter;
}

public struct Verdict
{
    public byte Reason;
    public U12 Tenant;
    public uint Seen;
}

public static class Tenants
{
    [Stage]
    public static void Run(ref Fate p, Window w, Table<Entry> table)
    {
        if (!p.IsOpen) { return; }
        Entry e = table.Read((uint)(w.U8(0) & 63));
        p.Tenant = e.Tenant;
        p.Seen++;
        if (!e.Valid) { p.Reason = 1; p.IsOpen = false; }
    }
}

public static class Filter
{
    [Stage]
    public static void Run(ref Fate p, Window w)
    {
        if (!p.IsOpen)
            return;
        p.Seen++;
        if (w.U16(2) == 0x1234) { p.Reason = 2; p.IsOpen = false; return; }
        p.Seen++;
    }
}

public static class Meters
{
    [Stage]
    public static void Run(ref Fate p, uint bytes, in MeterState meter)
    {
        if (!p.IsOpen) { return; }
        p.Green = meter.Spent.Apply((uint)p.Tenant & 15, bytes);
        p.Seen++;
        if (!p.Green)
        {
            meter.Refused.Add((uint)p.Tenant & 15, bytes);
            p.Reason = 3; p.IsOpen = false;
        }
    }
}

public static class Pipe
{
    [Pipeline("pipe")]
    public static Verdict Run(Window w, uint bytes, Tables tables)
    {
        Fate p = default;
        p.IsOpen = true;
        Window start = w;
        Tenants.Run(ref p, start, tables.Tenant);
        Window inner = w.Skip(8);
        Filter.Run(ref p, inner);
        MeterState meter = tables.Meter;
        Meters.Run(ref p, bytes, meter);
        Verdict v = default;
        v.Reason = p.Reason;
        v.Tenant = p.Tenant;
        v.Seen = p.Seen;
        return v;
    }
}
