using SmartNic.Hls.Language;

public struct Transport
{
    public bool Found;
    public byte Protocol;
    public byte At;
    public uint Ports;
}

/// <summary>Headers that follow each other, walked with a running position.</summary>
public static class Headers
{
    // IPv6 extension headers (RFC 8200), each 8 to 2048 bytes by its own length byte.
    [Kernel("snic_extensions")]
    public static Transport Extensions(Window ip)
    {
        Transport t = default;
        byte next = ip.U8(6);
        int at = 40;
        for (int i = 0; i < 3 && next is 0 or 43 or 60; i++)
        {
            Window header = ip.Skip(at);
            next = header.U8(0);
            at += 8 + (header.U8(1) << 3);
            if (at > 128) return t;
        }

        t.Found = next is 6 or 17;
        t.Protocol = next;
        t.At = (byte)at;
        t.Ports = ip.Skip(at).U32(0);
        return t;
    }

    // NSH MD type 2 (RFC 8300): class, type and length of a TLV; values are padded to words.
    [Kernel("snic_nsh")]
    public static (bool Found, uint Tenant) Nsh(Window nsh)
    {
        int end = (nsh.U16(0) & 63) * 4, at = 8;
        if (end < 8 | end > 48) return default;
        int left = 3;
        while (at < end && left > 0)
        {
            Window tlv = nsh.Skip(at);
            if (tlv.U16(0) == 3 && tlv.U8(2) == 5) return (true, tlv.U32(4));
            at += 4 + (((tlv.U8(3) & 127) + 3) & ~3);
            if (at > end) break;
            left--;
        }

        return (false, (uint)at);
    }

    // Positions of single bytes, tested against a number that is no power of two.
    [Kernel("snic_odd")]
    public static byte Odd(Window w)
    {
        int at = 0;
        for (int i = 0; i < 3; i++)
        {
            Window h = w.Skip(12 + at);
            at += 1 + (h.U8(1) & 14);
            if (at > 17) return 0xFF;
        }

        return w.Skip(20 + at).U8(0);
    }

    [Kernel("snic_pushes")]
    public static bool Pushes(ref EditWindow w, bool a, bool b)
    {
        if (a) w = w.Push(8);
        w = w.Push(8);
        w = w.Push(b ? 40 : 20);
        w.SetU16(0, 0xABCD);
        return true;
    }

    [Kernel("snic_back")]
    public static ushort Back(Window w) => w.Skip(8).Skip(-4).U16(0);

    // Words of Verilog and SystemVerilog as names.
    [Kernel("snic_words")]
    public static uint Words(uint extends, uint logic, uint include)
    {
        uint cross = extends * 3 + logic;
        uint untyped = cross ^ include;
        uint uwire = untyped + cross;
        return uwire < cross ? untyped - uwire : uwire;
    }
}
