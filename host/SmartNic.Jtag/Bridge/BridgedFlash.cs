using SmartNic.Flash;
using SmartNic.Flash.Spi;
using SmartNic.Jtag.Xilinx;
using SmartNic.Usb;

namespace SmartNic.Jtag.Bridge;

/// <summary>
/// The SPI flash that an FPGA boots from, behind a bridge bitstream that was loaded for it. The
/// design that was in the FPGA is gone until it boots again.
/// </summary>
public sealed class BridgedFlash
{
    private readonly XilinxConfigurator _configurator;

    /// <summary>Loads a bridge and finds the flash.</summary>
    /// <param name="target">The FPGA.</param>
    /// <param name="bridge">A bridge bitstream for its part.</param>
    /// <param name="clock">Time of the flash.</param>
    /// <param name="progress">Told how far loading the bridge is; null for nobody.</param>
    /// <exception cref="JtagException">The bridge was refused, or does not answer.</exception>
    /// <exception cref="UsbException">The cable failed.</exception>
    public BridgedFlash(
        JtagTarget target, FpgaImage bridge, IFlashClock clock,
        Action<LoadProgress>? progress = null)
    {
        _configurator = new XilinxConfigurator(target.Chain, target.Device);
        _configurator.Load(bridge, progress);
        Bus = JtagSpiBus.Detect(target.Chain, target.Device);
        uint id = SpiPart.Identify(Bus, clock);
        if (SpiPart.IsNobody(id))
        {
            throw new JtagException(
                $"{target.Device}: no SPI flash answers through {bridge.Path} (its identification "
                + $"reads as {id:x6})",
                "is it a bridge with the framing of bscan_spi or of spiOverJtag 2, built for this "
                + "package? See host/SmartNic.Jtag/README.md");
        }

        Memory = new SpiNor(Bus, clock, "flash behind the FPGA");
    }

    /// <summary>The wires.</summary>
    public JtagSpiBus Bus { get; }

    /// <summary>The memory, all of it.</summary>
    public SpiNor Memory { get; }

    /// <summary>Lets the FPGA boot from the flash.</summary>
    public void Reboot() => _configurator.Reboot();
}
