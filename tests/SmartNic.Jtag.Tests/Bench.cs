using SmartNic.Jtag.Mpsse;
using SmartNic.Jtag.Tests.Model;
using SmartNic.Usb;

namespace SmartNic.Jtag.Tests;

/// <summary>A cable model on a chain, opened as a user's cable is.</summary>
internal static class Bench
{
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public static JtagTarget Open(
        SimChain chain, ushort product = 0x6011, int packetBytes = 512, int? position = null) =>
        Open(new FtdiModel(chain, product, packetBytes), position);

    public static JtagTarget Open(FtdiModel cable, int? position = null) =>
        new(Link(cable), position);

    /// <summary>With a slow TCK, so that a time is few clocks to simulate.</summary>
    public static JtagTarget OpenSlowly(FtdiModel cable) => new(Link(cable, 500_000));

    public static MpsseLink Link(FtdiModel cable, long frequencyHz = MpsseLink.MaxFrequencyHz) =>
        new(cable, FtdiChip.Of(cable.Identity)!,
            CableProfile.All.Last(profile => profile.Product == cable.Identity.Product),
            frequencyHz, Patience);
}
