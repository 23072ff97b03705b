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
    private const long BusyNs = 10_000_000_000;
    private const long BusyStepNs = 10_000_000;
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
        byte[] id = new byte[3];
        if (!WaitForAnswer(id, clock))
        {
            throw new JtagException(
                $"{target.Device}: no SPI flash answers through {bridge.Path} (its identification "
                + $"reads as {Convert.ToHexStringLower(id)})",
                "is it a bridge with the framing of bscan_spi or of spiOverJtag 2, built for this "
                + "package? See host/SmartNic.Jtag/README.md");
        }

        Memory = new SpiNor(Bus, clock, "flash behind the FPGA");
    }

    /// <summary>The wires.</summary>
    public JtagSpiBus Bus { get; }

    /// <summary>The memory, all of it.</summary>
    public SpiNor Memory { get; }

    /// <summary>
    /// Reads the identification. A flash that is still erasing, since a cable was pulled, answers
    /// nothing but its status.
    /// </summary>
    private bool WaitForAnswer(Span<byte> id, IFlashClock clock)
    {
        Span<byte> status = stackalloc byte[1];
        long end = clock.NowNs + BusyNs;
        while (true)
        {
            Bus.Transfer([SpiOpcode.ReadId], id);
            if (id.ContainsAnyExcept((byte)0x00) && id.ContainsAnyExcept((byte)0xFF))
            {
                return true;
            }

            Bus.Transfer([SpiOpcode.ReadStatus], status);
            bool isBusy = status[0] != 0xFF && (status[0] & 1) != 0;
            if (!isBusy || clock.NowNs > end)
            {
                return false;
            }

            clock.Wait(BusyStepNs);
        }
    }

    /// <summary>Lets the FPGA boot from the flash.</summary>
    public void Reboot() => _configurator.Reboot();
}
