// right: windows as arguments, results and choices
using SmartNic.Hls.Language;

static class K
{
    static Window Payload(in Window w, out byte proto)
    {
        proto = w.U8(9);
        return w.Skip((w.U8(0) & 7) * 4);
    }
    [Kernel("windows_passed")]
    public static (uint, byte, ulong) Run(Window frame, bool tagged)
    {
        Window ip = tagged ? frame.Skip(18) : frame.Skip(14);
        Window inner = Payload(in ip, out byte proto);
        const int At = 2;
        Window back = inner.Skip(8);
        return (inner.U16(At + 1 * 2) + frame.U32(At), proto, (ulong)back.U48(0) ^ ip.U64(4));
    }
}
