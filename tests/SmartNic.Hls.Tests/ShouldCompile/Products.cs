using SmartNic.Hls.Language;

static class Products
{
    [Kernel("products_chain")]
    public static uint Chain(ushort a, ushort b, ushort c) => (uint)a * b * c;

    [Kernel("products_wide")]
    public static ulong Wide(ulong a, ulong b, bool swap) => swap ? (b + 1) * a : a * (b ^ a);

    [Kernel("products_back")]
    public static uint Back(Window frame, byte n)
    {
        Window w = frame.Skip(8 + (n & 3) * 4).Skip(-4);
        return w.U32(2);
    }
}
