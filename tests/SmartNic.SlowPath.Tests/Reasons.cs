namespace SmartNic.SlowPath.Tests;

/// <summary>Punt reasons as numbers on the wire (ARCHITECTURE.md), not as the code names them.
/// </summary>
internal static class Reasons
{
    public const int WireArp = 1;
    public const int WireNeighbour = 2;
    public const int WirePing = 3;
    public const int Arp = 4;
    public const int Neighbour = 5;
    public const int Broadcast = 6;
    public const int Multicast = 7;
    public const int UnknownUnicast = 8;
    public const int TooBig = 10;
    public const int TcpMss = 11;
}
