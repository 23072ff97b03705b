using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>A binding of the translator.</summary>
public struct NatBinding
{
    /// <summary>There is one.</summary>
    public bool Valid;

    /// <summary>Source address inside, which the packet must have.</summary>
    public uint InsideAddress;

    /// <summary>Source port inside, which the packet must have.</summary>
    public ushort InsidePort;

    /// <summary>Address that takes its place.</summary>
    public uint OutsideAddress;

    /// <summary>Port that takes its place.</summary>
    public ushort OutsidePort;
}

/// <summary>
/// NAT44 (RFC 3022), the way out: source address and port of TCP and UDP change, the checksums of
/// both layers follow by what changed (RFC 1624), the time to live goes down. Headers with IPv4
/// options, fragments and packets without a binding stay as they are, and go to software.
/// </summary>
public static class Nat44
{
    const byte Tcp = 6;
    const byte Udp = 17;

    /// <summary>True when the packet was translated.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="bindings">Bindings, by a hash of the inside address and port.</param>
    [Kernel("snic_nat44")]
    public static bool Run(ref EditWindow frame, [Depth(4096)] Table<NatBinding> bindings)
    {
        EditWindow ip = frame.Skip(14);
        EditWindow layer4 = frame.Skip(34);
        byte protocol = ip.U8(9);
        uint source = ip.U32(12);
        ushort port = layer4.U16(0);
        NatBinding b = bindings.Read(Index(source, port));
        bool isFragment = (ip.U16(6) & 0x3FFF) != 0;
        if (frame.U16(12) != 0x0800 || ip.U8(0) != 0x45 || isFragment || ip.U8(8) < 2
            || protocol is not (Tcp or Udp))
        {
            return false;
        }

        if (!b.Valid || b.InsideAddress != source || b.InsidePort != port)
        {
            return false;
        }

        ushort life = ip.U16(8);
        ushort less = (ushort)(life - 0x100);
        ushort header = Checksum.Update(ip.U16(10), source, b.OutsideAddress);
        ip.SetU16(8, less);
        ip.SetU16(10, Checksum.Update(header, life, less));
        ip.SetU32(12, b.OutsideAddress);
        layer4.SetU16(0, b.OutsidePort);
        if (protocol == Tcp)
        {
            layer4.SetU16(16, Both(layer4.U16(16), source, port, b));
        }
        else if (layer4.U16(6) != 0)
        {
            // Zero says that there is none (RFC 768): a sum of zero is sent as all ones.
            ushort sum = Both(layer4.U16(6), source, port, b);
            layer4.SetU16(6, sum == 0 ? (ushort)0xFFFF : sum);
        }

        return true;
    }

    /// <summary>Where a binding is.</summary>
    public static uint Index(uint address, ushort port)
    {
        uint x = address ^ ((uint)port << 16 | port);
        return x ^ x >> 12 ^ x >> 24;
    }

    static ushort Both(ushort sum, uint address, ushort port, in NatBinding b) =>
        Checksum.Update(Checksum.Update(sum, address, b.OutsideAddress), port, b.OutsidePort);
}
