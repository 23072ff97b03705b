using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Pci.Nic;

/// <summary>
/// Decides which queue a received frame goes to. The application's choice counts only while bit 31
/// of the application mask is set; the stock kernel driver clears the mask when it is loaded, and
/// whenever a port is started, so it has to be set again after that.
/// </summary>
public sealed class RxQueueMap
{
    private const uint Config = 0x0C;
    private const uint FirstPort = 0x10;
    private const uint AppMask = FirstPort + 8;
    private const uint PortStride = 16;
    private const uint DirectQueue = 1u << 31;
    private readonly IBar bar;
    private readonly uint offset;

    internal RxQueueMap(IBar bar, RegisterBlock block)
    {
        (this.bar, offset) = (bar, block.Of(version: 0x200).With(bytes: Config + 4).Offset);
        Ports = (int)(bar.Read32(offset + Config) & 0xFF);
        block.With(bytes: FirstPort + (PortStride * (uint)Ports));
    }

    /// <summary>Number of source ports.</summary>
    public int Ports { get; }

    /// <summary>Whether the application chooses the queue of frames from a port.</summary>
    public bool IsSteered(int port) => (bar.Read32(MaskOf(port)) & DirectQueue) != 0;

    /// <summary>Lets the application choose, where it does not. Other bits are kept.</summary>
    /// <returns>Ports for which it had to be set.</returns>
    /// <exception cref="DeviceLostException">The bit does not stay set.</exception>
    public int Steer()
    {
        var changed = 0;
        for (var port = 0; port < Ports; port++)
        {
            if (IsSteered(port))
            {
                continue;
            }

            bar.Write32(MaskOf(port), bar.Read32(MaskOf(port)) | DirectQueue);
            changed++;
            if (!IsSteered(port))
            {
                throw new DeviceLostException($"RX queue map at 0x{offset:X}: bit 31 of the "
                    + $"application mask of port {port} does not stay set");
            }
        }

        return changed;
    }

    private uint MaskOf(int port)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)port, (uint)Ports);
        return offset + AppMask + (PortStride * (uint)port);
    }
}
