using SmartNic.Hls.Language;

public static class Walk
{
    // Names of a DNS query: lengths are whole bytes, only tests against constants bound them.
    [Kernel("snic_walk")]
    public static (byte Labels, ushort Type) Run(Window dns)
    {
        byte labels = 0;
        int at = 0;
        for (int i = 0; i < 2; i++)
        {
            int length = dns.Skip(12 + at).U8(0);
            if (length == 0) break;
            if (length > 7) return (0xFF, 0);
            at += length + 1;
            labels++;
        }

        if (at > 12) return (0xFE, 0);
        Window end = dns.Skip(12 + at);
        return end.U8(0) == 0 ? (labels, end.U16(1)) : ((byte)0xFD, (ushort)0);
    }
}
