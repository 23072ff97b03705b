namespace SmartNic.SlowPath.Tests;

/// <summary>Requests and the answers to them, byte for byte. Checksums were computed apart from
/// this project.</summary>
internal static class Frames
{
    public static readonly byte[] TenantArp = Hex.Bytes(
        "ffffffffffff 020000000101 0806", "0001 0800 06 04 0001",
        "020000000101 0a000001", "000000000000 0a000002");

    public static readonly byte[] TenantArpReply = Hex.Bytes(
        "020000000101 020000000102 0806", "0001 0800 06 04 0002",
        "020000000102 0a000002", "020000000101 0a000001",
        "000000000000000000000000000000000000");

    public static readonly byte[] WireArp = Hex.Bytes(
        "ffffffffffff 020000000002 0806", "0001 0800 06 04 0001",
        "020000000002 c0a8ca01", "000000000000 c0a8cb01");

    public static readonly byte[] WireArpReply = Hex.Bytes(
        "020000000002 020000000001 0806", "0001 0800 06 04 0002",
        "020000000001 c0a8cb01", "020000000002 c0a8ca01",
        "000000000000000000000000000000000000");

    public static readonly byte[] TenantSolicitation = Hex.Bytes(
        "3333ff000002 020000000101 86dd", "60000000 0020 3a ff",
        "fd000001000000000000000000000001", "ff0200000000000000000001ff000002",
        "87 00 7c95 00000000", "fd000001000000000000000000000002", "01 01 020000000101");

    public static readonly byte[] TenantAdvertisement = Hex.Bytes(
        "020000000101 020000000102 86dd", "60000000 0020 3a ff",
        "fd000001000000000000000000000002", "fd000001000000000000000000000001",
        "88 00 1b97 60000000", "fd000001000000000000000000000002", "02 01 020000000102");

    public static readonly byte[] TenantDetection = Hex.Bytes(
        "3333ff000002 020000000101 86dd", "60000000 0018 3a ff",
        "00000000000000000000000000000000", "ff0200000000000000000001ff000002",
        "87 00 7da2 00000000", "fd000001000000000000000000000002");

    public static readonly byte[] TenantDetectionAnswer = Hex.Bytes(
        "333300000001 020000000102 86dd", "60000000 0020 3a ff",
        "fd000001000000000000000000000002", "ff020000000000000000000000000001",
        "88 00 5996 20000000", "fd000001000000000000000000000002", "02 01 020000000102");

    public static readonly byte[] WireSolicitation = Hex.Bytes(
        "3333ff000001 020000000002 86dd", "60000000 0020 3a ff",
        "fd000000000000000000000000000002", "ff0200000000000000000001ff000001",
        "87 00 7d97 00000000", "fd000000000000000000000000000001", "01 01 020000000002");

    public static readonly byte[] WireAdvertisement = Hex.Bytes(
        "020000000002 020000000001 86dd", "60000000 0020 3a ff",
        "fd000000000000000000000000000001", "fd000000000000000000000000000002",
        "88 00 1c9c 60000000", "fd000000000000000000000000000001", "02 01 020000000001");

    public static readonly byte[] WirePing = Hex.Bytes(
        "020000000001 020000000002 0800", "45 b9 0027 1234 4000 3f 01 1295 c0a8ca01 c0a8cb01",
        "08 00 80dc 1122 0001", "6162636465666768696a6b");

    public static readonly byte[] WirePingReply = Hex.Bytes(
        "020000000002 020000000001 0800", "45 b8 0027 0000 4000 40 01 23ca c0a8cb01 c0a8ca01",
        "00 00 88dc 1122 0001", "6162636465666768696a6b", "00000000000000");

    public static readonly byte[] WirePing6 = Hex.Bytes(
        "020000000001 020000000002 86dd", "60000000 0013 3a 40",
        "fd000000000000000000000000000002", "fd000000000000000000000000000001",
        "80 00 0e8a 1122 0001", "6162636465666768696a6b");

    public static readonly byte[] WirePing6Reply = Hex.Bytes(
        "020000000002 020000000001 86dd", "60000000 0013 3a 40",
        "fd000000000000000000000000000001", "fd000000000000000000000000000002",
        "81 00 0d8a 1122 0001", "6162636465666768696a6b");

    /// <summary>Requests with their punt reasons; a tenant's reasons start at 4.</summary>
    public static IEnumerable<(int Reason, byte[] Frame)> Requests =>
    [
        (Reasons.WireArp, WireArp),
        (Reasons.WireNeighbour, WireSolicitation),
        (Reasons.WirePing, WirePing),
        (Reasons.WirePing, WirePing6),
        (Reasons.Arp, TenantArp),
        (Reasons.Neighbour, TenantSolicitation),
        (Reasons.Neighbour, TenantDetection),
    ];

    /// <summary>A copy with one byte replaced.</summary>
    public static byte[] With(this byte[] frame, int at, params byte[] bytes)
    {
        byte[] copy = [.. frame];
        bytes.CopyTo(copy, at);
        return copy;
    }
}
