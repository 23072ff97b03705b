using System.Numerics;

namespace SmartNic.Packets;

/// <summary>What both formats demand of the lengths of a packet.</summary>
internal static class PacketLengths
{
    /// <summary>
    /// Whether the packet is whole; false where one that is cut is to be passed over, and counted
    /// then. Throws for one that is cut otherwise, or beyond the limit.
    /// </summary>
    public static bool IsWhole(CaptureInput input, long offset, uint captured, uint original)
    {
        if (captured > CaptureLimits.MaxPacketBytes)
        {
            throw input.PacketError(offset, $"captured length {captured}; expected at most "
                + $"{CaptureLimits.MaxPacketBytes} (the file is damaged)");
        }

        if (captured < original && input.SkipsCut)
        {
            input.CutPackets++;
            return false;
        }

        if (captured < original)
        {
            throw input.PacketError(offset, $"is cut by the snapshot length: {captured} of "
                + $"{original} bytes are in the file; capture with -s 0, or leave such packets out "
                + "with --skip-cut");
        }

        if (captured > original)
        {
            throw input.PacketError(offset, $"captured length {captured} exceeds the original "
                + $"length {original} (the file is damaged)");
        }

        return true;
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
