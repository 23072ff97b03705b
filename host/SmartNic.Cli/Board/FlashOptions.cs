using System.CommandLine;

namespace SmartNic.Cli.Board;

/// <summary>The options of <c>snic board flash</c>.</summary>
internal sealed class FlashOptions
{
    public Argument<string> File { get; } = new("FILE")
    {
        Description = "Image: .bit, .bin or .mcs, each also compressed by gzip",
    };

    public Option<string?> Board { get; } = new("--board")
    {
        Description = "A simulated board instead: sim:spi, sim:dual or sim:bpi; with :FILE its "
            + "flash is kept in a file",
        HelpName = "sim:KIND",
    };

    public Option<string?> Save { get; } = new("--save")
    {
        Description = "First read the old image into a file",
        HelpName = "OLD.bin",
    };

    public Option<bool> DryRun { get; } = new("--dry-run")
    {
        Description = "Check everything and compare, but change nothing",
    };

    public Option<bool> NoReboot { get; } = new("--no-reboot")
    {
        Description = "Leave the FPGA as it is; the image is used after the next power cycle",
    };

    public Option<bool> ForcePart { get; } = new("--force-part")
    {
        Description = "Write an image for another FPGA, or of which it is not known",
    };

    public Option<bool> WithoutFallback { get; } = new("--without-fallback")
    {
        Description = "Write even if the flash has no fallback image: a power failure then leaves "
            + "a card that only JTAG can revive",
    };

    public Option<bool> ClearProtection { get; } = new("--clear-protection")
    {
        Description = "Clear the protection bits of the flash for good",
    };

    public Option<bool> Rewrite { get; } = new("--rewrite")
    {
        Description = "Write all sectors, even those that are right",
    };

    /// <summary>Adds them to a verb.</summary>
    public FlashOptions AddTo(Command verb)
    {
        verb.Add(File);
        foreach (Option option in new Option[]
            { Board, Save, DryRun, NoReboot, Rewrite, ClearProtection, WithoutFallback, ForcePart })
        {
            verb.Add(option);
        }

        return this;
    }
}
