namespace SmartNic.SlowPath.Tests;

/// <summary>Checksums by the letter of RFC 1071, apart from the code under test.</summary>
internal static class Checks
{
    /// <summary>Whether IPv4 header, ICMP and ICMPv6 checksums of an answer are right.</summary>
    public static bool ChecksumsAreRight(ReadOnlySpan<byte> frame)
    {
        ReadOnlySpan<byte> ip = frame[14..];
        if (ip[0] == 0x45)
        {
            int total = (ip[2] << 8) | ip[3];
            return Sum(ip[..20]) == 0xFFFF && Sum(ip[20..total]) == 0xFFFF;
        }

        int length = (ip[4] << 8) | ip[5];
        byte[] pseudo =
            [.. ip.Slice(8, 32), 0, 0, ip[4], ip[5], 0, 0, 0, 58, .. ip.Slice(40, length)];
        return ip[0] == 0x60 && Sum(pseudo) == 0xFFFF;
    }

    private static int Sum(ReadOnlySpan<byte> data)
    {
        int sum = 0;
        for (int i = 0; i < data.Length; i++)
        {
            sum += i % 2 == 0 ? data[i] << 8 : data[i];
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return sum;
    }
}
