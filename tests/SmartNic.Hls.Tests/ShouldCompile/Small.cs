using SmartNic.Hls.Language;

public struct Header
{
    public U12 Id;
    public ushort Length;
    public bool Urgent;
}

public struct Decision
{
    public U4 Class;
    public ushort Cost;
    public byte Drop;
}

public static class Small
{
    const int Minimum = 20;

    [Kernel("snic_small", ClockNs = 2.0)]
    public static Decision Run(Header header, uint weight)
    {
        Decision d = default;
        if (header.Length < Minimum)
        {
            d.Drop = 1;
            return d;
        }

        uint score = Fold(weight) + header.Length;
        d.Cost = (ushort)(score - Minimum);
        d.Class = header.Urgent ? (U4)15 : (U4)(score >> 12);
        if (header.Id == 0) d.Drop = 2;
        return d;
    }

    static uint Fold(uint x) => (x & 0xffff) + (x >> 16);
}
