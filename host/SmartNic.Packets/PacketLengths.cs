using System.Numerics;

namespace SmartNic.Packets;

/// <summary>What both formats demand of the lengths of a packet.</summary>
internal static class PacketLengths
{
    /// <summary>Throws unless the packet is whole and within the limit.</summary>
    public static void Check(CaptureInput input, long offset, uint captured, uint original)
    {
        if (captured > CaptureLimits.MaxPacketBytes)
        {
            throw input.PacketError(offset, $"captured length {captured}; expected at most "
                + $"{CaptureLimits.MaxPacketBytes} (the file is damaged)");
        }

        if (captured < original)
        {
            throw input.PacketError(offset, $"packet {input.PacketNumber} is cut (snaplen): "
                + $"{captured} of {original} bytes are in the file; capture with -s 0");
        }

        if (captured > original)
        {
            throw input.PacketError(offset, $"captured length {captured} exceeds the original "
                + $"length {original} (the file is damaged)");
        }
    }

    /// <summary>
    /// Makes <paramref name="buffer"/> at least <paramref name="size"/> bytes long.
    /// </summary>
    public static void Reserve(ref byte[] buffer, int size)
    {
        if (buffer.Length < size)
        {
            buffer = new byte[BitOperations.RoundUpToPowerOf2((uint)size)];
        }
    }
}
