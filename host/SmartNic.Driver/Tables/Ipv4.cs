using System.Buffers.Binary;
using System.Net;

namespace SmartNic.Driver.Tables;

/// <summary>IPv4 addresses as the numbers of the kernels.</summary>
internal static class Ipv4
{
    /// <summary>The address in host order.</summary>
    public static uint ToUInt32(this IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        return address.TryWriteBytes(bytes, out var written) && written == 4
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : throw new ArgumentException($"{address} is not an IPv4 address", nameof(address));
    }

    /// <summary>The usual text of an address in host order.</summary>
    public static string Format(uint address) =>
        $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";
}
