using SmartNic.Jtag.Mpsse;
using SmartNic.Jtag.Tap;
using SmartNic.Usb;

namespace SmartNic.Jtag;

/// <summary>One FPGA at the end of a cable, found and ready to be configured.</summary>
public sealed class JtagTarget : IDisposable
{
    private readonly IJtagLink _link;

    /// <summary>Reads the chain behind a link, and picks the FPGA.</summary>
    /// <param name="link">The pins; owned from here on, disposed on failure too.</param>
    /// <param name="position">Place in the chain, 0 nearest to TDO; null for the only FPGA.</param>
    /// <exception cref="JtagException">No part answers, or which one is not clear.</exception>
    public JtagTarget(IJtagLink link, int? position = null)
    {
        _link = link;
        try
        {
            Chain = ChainScan.Scan(new TapController(link));
            Device = Pick(Chain, position);
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <summary>All parts behind the cable.</summary>
    public JtagChain Chain { get; }

    /// <summary>The FPGA.</summary>
    public JtagDevice Device { get; }

    /// <summary>Frequency of TCK, as it is.</summary>
    public long FrequencyHz => _link.FrequencyHz;

    /// <summary>Opens a cable and what is behind it.</summary>
    /// <param name="bus">Where the cable is.</param>
    /// <param name="serial">Its serial number or the beginning; null for the only cable.</param>
    /// <param name="frequencyHz">The most that TCK may have.</param>
    /// <param name="position">Position in the chain; null for the only FPGA.</param>
    /// <exception cref="JtagException">No cable, no part, or which one is not clear.</exception>
    /// <exception cref="UsbException">No permission, in use, or gone.</exception>
    public static JtagTarget Open(IUsbBus bus, string? serial, long frequencyHz, int? position) =>
        new(JtagCable.Find(bus, serial).Open(bus, frequencyHz), position);

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();

    private static JtagDevice Pick(JtagChain chain, int? position)
    {
        string list = string.Join(", ",
            chain.Devices.Select(device => $"{device.Position}: {device}"));
        if (position is { } wanted)
        {
            return wanted >= 0 && wanted < chain.Devices.Count ? chain.Devices[wanted]
                : throw new JtagException($"the chain has no position {wanted}; it has {list}",
                    "name one of these with --device");
        }

        JtagDevice[] known = [.. chain.Devices.Where(device => device.Part is not null)];
        return known.Length switch
        {
            1 => known[0],
            0 => throw new JtagException($"the chain has no FPGA that we know: {list}",
                "is it the right cable? Parts that are known: host/SmartNic.Jtag/README.md"),
            _ => throw new JtagException($"the chain has {known.Length} FPGAs: {list}",
                "name one with --device"),
        };
    }
}
