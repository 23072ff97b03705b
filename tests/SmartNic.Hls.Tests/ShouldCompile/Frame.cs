using SmartNic.Hls.Language;

public struct Parsed
{
    public byte Error;
    public ushort Port;
    public U48 Mac;
    public uint Address;
    public byte Offset;
    public uint Sum;
}

public static class FrameKernel
{
    [Kernel("snic_frame")]
    public static Parsed Run(Window frame, U14 length)
    {
        Parsed p = default;
        int l2 = 14;
        ushort type = frame.U16(12);
        if (type is 0x1313 or 0x0101)
        {
            frame = frame.Skip(4);
            l2 += 4;
            type = frame.U16(12);
        }

        frame = frame.Skip(14);
        int words = frame.U8(0) & 15;
        if (words < 5 | words > 12)
        {
            p.Error = 1;
            return p;
        }

        if (frame.U16(2) > (uint)length - l2)
        {
            p.Error = 2;
        }

        uint sum = 0;
        for (int i = 0; i < 8; i++)
        {
            if (i < words) sum += frame.U16(2 * i);
        }

        p.Sum = sum;
        p.Address = frame.U32(16);
        frame = frame.Skip(words * 4);
        p.Port = frame.U16(2);
        p.Mac = frame.U48(8);
        p.Offset = (byte)(l2 + words * 4);
        if ((frame.U64(0) & 1) != 0 && frame.U8(40) == 3) p.Error |= 4;
        return p;
    }
}
