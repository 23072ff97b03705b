using System.Buffers.Binary;
using System.Net;
using SmartNic.Kernels;

namespace SmartNic.Driver.Tables;

/// <summary>IP addresses as the numbers of the kernels: 128 bits, IPv4 mapped.</summary>
internal static class IpText
{
    /// <summary>The number of an address.</summary>
    public static UInt128 ToUInt128(this IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var written);
        return written == 16
            ? BinaryPrimitives.ReadUInt128BigEndian(bytes)
            : IpNumber.Mapped(BinaryPrimitives.ReadUInt32BigEndian(bytes));
    }

    /// <summary>The usual text of a number's address.</summary>
    public static string Format(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new IPAddress(
            IpNumber.IsMapped(number) ? bytes[12..] : bytes).ToString();
    }
}
