using SmartNic.Hls.Language;

public static class Minimal
{
    // Names that are Verilog words, no logic at all, a tuple as a result.
    [Kernel("snic_minimal")]
    public static (bool, byte Wire) Run(bool reg, byte wire, ushort unused) => (reg, wire);

    [Kernel("snic_signed")]
    public static int Signed(int a, short b, sbyte c)
    {
        int module = a - b;
        if (module < c) module = -module;
        return module >> 3 < b ? module * 7 : (int)((long)module >> 1) - c;
    }
}
