namespace SmartNic.Cli.Board;

/// <summary>A board on the PCI bus, as <c>board probe --json</c> prints it.</summary>
/// <param name="Address">PCI address.</param>
/// <param name="Ids">Vendor and device id.</param>
/// <param name="Class">Class code.</param>
/// <param name="Link">Its link.</param>
/// <param name="MaxLink">The best link that the card is able to.</param>
/// <param name="Driver">Kernel driver that is bound; none when missing.</param>
/// <param name="CharDevice">Device of the kernel module; none when missing.</param>
/// <param name="Enabled">Whether memory decoding is on.</param>
/// <param name="BarBytes">Sizes of BARs by number.</param>
/// <param name="Firmware">Who built the NIC; missing when it could not be read.</param>
/// <param name="Blocks">Register blocks of the NIC, in the order of its list.</param>
/// <param name="ApplicationId">Id of the application; missing when there is none.</param>
/// <param name="SpecHash">Its register spec.</param>
/// <param name="SpecMatches">Whether this program was built for that spec.</param>
/// <param name="Interfaces">Interfaces of the application.</param>
/// <param name="Problem">Why the board cannot be used, and what to do; missing when it can.</param>
internal sealed record BoardProbeItem(
    string Address,
    string Ids,
    string Class,
    LinkItem Link,
    LinkItem MaxLink,
    string? Driver,
    string? CharDevice,
    bool Enabled,
    IReadOnlyDictionary<string, long> BarBytes,
    FirmwareItem? Firmware,
    IReadOnlyList<string>? Blocks,
    string? ApplicationId,
    string? SpecHash,
    bool? SpecMatches,
    uint? Interfaces,
    IReadOnlyList<string>? Problem);

/// <summary>Speed and width of a PCI Express link; what is not known is missing.</summary>
/// <param name="SpeedGtPerS">10^9 transfers a second and lane.</param>
/// <param name="Lanes">Width.</param>
internal sealed record LinkItem(double? SpeedGtPerS, int? Lanes);

/// <summary>Ids of the NIC; hexadecimal, but for the date.</summary>
/// <param name="FpgaId">JTAG id code.</param>
/// <param name="Id">Firmware id.</param>
/// <param name="Version">Firmware version.</param>
/// <param name="BoardId">Board id.</param>
/// <param name="BoardVersion">Board version.</param>
/// <param name="Built">When it was built, UTC.</param>
/// <param name="GitHash">Of the commit that it was built from.</param>
internal sealed record FirmwareItem(
    string FpgaId, string Id, string Version, string BoardId, string BoardVersion,
    DateTime Built, string GitHash);
