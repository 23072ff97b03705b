using SmartNic.Hls.Language;

public static class Geneve
{
    // Options (RFC 8926) up to 64 bytes in all, each of 4 to 128 bytes.
    [Kernel("snic_geneve")]
    public static (byte Seen, uint Policy, bool Good) Run(Window geneve)
    {
        int end = 8 + (geneve.U8(0) & 63) * 4, at = 8;
        byte seen = 0;
        uint policy = 0;
        if (end > 72) return default;
        while (at < end)
        {
            Window option = geneve.Skip(at);
            if (option.U32(0) >> 8 == 0x010217) policy = option.U32(4);
            at += 4 + (option.U8(3) & 31) * 4;
            if (at > end || ++seen == 4) break;
        }

        return (seen, policy, at == end);
    }
}
