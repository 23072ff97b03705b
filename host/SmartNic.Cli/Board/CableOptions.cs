using System.CommandLine;
using System.Globalization;
using SmartNic.Cli.Shell;
using SmartNic.Jtag;
using SmartNic.Jtag.Mpsse;
using SmartNic.Usb;
using SmartNic.Usb.LibUsb;

namespace SmartNic.Cli.Board;

/// <summary>The options that name a JTAG cable and a part behind it.</summary>
internal sealed class CableOptions
{
    private const double DefaultMHz = 15;

    /// <summary>Where cables are; tests have a model there.</summary>
    public static Func<IUsbBus> OpenBus { get; set; } = () => new LibUsbBus();

    /// <summary>Which cable.</summary>
    public Option<string?> Cable { get; } = new("--cable")
    {
        Description = "JTAG cable, by its serial number or the beginning of it; without it, the "
            + "only one that is plugged in",
        HelpName = "SERIAL",
    };

    /// <summary>Frequency of TCK.</summary>
    public Option<double> Frequency { get; } = new("--frequency")
    {
        Description = "Most MHz of the JTAG clock, up to 30",
        HelpName = "MHZ",
        DefaultValueFactory = _ => DefaultMHz,
    };

    /// <summary>Which part.</summary>
    public Option<int?> Device { get; } = new("--device")
    {
        Description = "Position of the FPGA in the JTAG chain, 0 nearest to TDO; without it, the "
            + "only one",
        HelpName = "N",
    };

    /// <summary>Adds the options to a verb.</summary>
    public CableOptions AddTo(Command verb)
    {
        verb.Add(Cable);
        verb.Add(Frequency);
        verb.Add(Device);
        return this;
    }

    /// <summary>Opens the cable and what is behind it.</summary>
    /// <exception cref="JtagException">No cable, no part, or which one is not clear.</exception>
    /// <exception cref="UsbException">No permission, in use, or no library.</exception>
    public JtagTarget Open(ParseResult result)
    {
        double mhz = result.GetValue(Frequency);
        if (mhz is not (>= 0.001 and <= MpsseLink.MaxFrequencyHz / 1e6))
        {
            throw CliException.Usage(string.Create(CultureInfo.InvariantCulture,
                $"--frequency {mhz}: give MHz from 0.001 to {MpsseLink.MaxFrequencyHz / 1e6}"));
        }

        return JtagTarget.Open(OpenBus(), result.GetValue(Cable), (long)(mhz * 1e6),
            result.GetValue(Device));
    }
}
