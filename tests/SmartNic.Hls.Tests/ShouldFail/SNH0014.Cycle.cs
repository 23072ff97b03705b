using SmartNic.Hls.Language;

public static class K
{
    [Kernel("k")]
    public static uint Run(
        bool a, bool b, uint x, [Depth(8)] Table<uint> s, [Depth(8)] Table<uint> t)
    {
        uint y = 0, z = 0;
        if (a) y = s.Read(x);
        if (b) z = t.Read(y);
        if (!b) z = t.Read(x + 1);
        if (!a) z = [|s.Read(z)|];
        return z;
    }
}
