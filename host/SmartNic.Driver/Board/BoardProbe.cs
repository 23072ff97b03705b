using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Driver;

/// <summary>Finds out whether a BAR is that of a board which this driver can program.</summary>
internal static class BoardProbe
{
    private const uint MaxInterfaces = 8;

    /// <summary>Reads who the board is.</summary>
    /// <exception cref="DeviceLostException">No board, or another one; the message says what was
    /// read.
    /// </exception>
    public static BoardInfo Read(IBar bar)
    {
        var magic = bar.Read32(G.Magic);
        if (magic == BusyWait.AllOnes)
        {
            throw new DeviceLostException(
                "MAGIC reads all ones: the device is gone or its memory decoding is off");
        }

        if (magic != G.MagicValue)
        {
            throw new DeviceLostException(
                $"MAGIC reads 0x{magic:X8}, expected 0x{G.MagicValue:X8}: this is not a gateway");
        }

        var version = bar.Read32(G.Version);
        var hash = bar.Read32(G.SpecHashLo) | ((ulong)bar.Read32(G.SpecHashHi) << 32);
        if (hash != RegisterSpecHash.Value
            || G.VersionMajor(version) != G.VersionMajor(G.VersionValue))
        {
            throw new DeviceLostException(
                $"the board has register spec 0x{hash:X16} (version 0x{version:X}), this "
                + $"driver was built for 0x{RegisterSpecHash.Value:X16} (version "
                + $"0x{G.VersionValue:X}): use the driver and the bitstream of one build; "
                + $"the image to flash is {GatewayImage.Name}");
        }

        var info = new BoardInfo(
            version, hash, (int)bar.Read32(G.IfCount), (int)bar.Read32(G.DataW),
            (int)bar.Read32(G.Tenants));
        var (offset, stride) = (bar.Read32(G.IfOffset), bar.Read32(G.IfStride));
        return (uint)info.Interfaces is > 0 and <= MaxInterfaces && info.Tenants > 1
            && offset == G.IfOffsetValue && stride == G.IfStrideValue
                ? info
                : throw new DeviceLostException(
                    $"the board reads IF_COUNT {info.Interfaces}, IF_OFFSET 0x{offset:X}, "
                    + $"IF_STRIDE 0x{stride:X}, TENANTS {info.Tenants}: not a map that this "
                    + "driver knows");
    }
}
