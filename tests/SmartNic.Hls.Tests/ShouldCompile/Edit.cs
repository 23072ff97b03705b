using SmartNic.Hls.Language;

public struct Rewrite
{
    public uint Address;
    public U12 Vlan;
    public bool Tag;
}

public struct Edited
{
    public bool Done;
    public byte Strip;
    public byte Insert;
}

public static class Edit
{
    // Takes an outer header off, translates the destination behind it, and may put a tag in front.
    [Kernel("snic_edit")]
    public static Edited Run(ref EditWindow frame, Rewrite to)
    {
        Edited e = default;
        if (frame.U8(12) == 0x13)
        {
            frame = frame.Skip(36);
            e.Strip = 36;
        }

        if (frame.U16(12) != 0x0003) return e;
        e.Done = true;
        Translate(frame.Skip(14), to.Address);
        if (to.Tag)
        {
            frame = frame.Push(4);
            frame.SetU32(0, frame.U32(4));
            frame.SetU16(12, (ushort)to.Vlan);
            e.Insert = 4;
        }

        return e;
    }

    static void Translate(EditWindow ip, uint address)
    {
        ip.SetU16(10, Checksum.Update(ip.U16(10), ip.U32(16), address));
        ip.SetU32(16, address);
    }
}
