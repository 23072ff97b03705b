using System.Buffers.Binary;

namespace SmartNic.Jtag.Xilinx;

/// <summary>Configuration packets (UG470 chapter 5, UG570 chapter 9).</summary>
internal static class ConfigStream
{
    public const uint Dummy = 0xFFFF_FFFF;
    public const uint Sync = 0xAA99_5566;
    public const uint NoOp = 0x2000_0000;

    /// <summary>Type 1: read one word of STAT.</summary>
    public const uint ReadStat = 0x2800_E001;

    /// <summary>Type 1: write one word of CMD; DESYNC follows.</summary>
    public const uint WriteCommand = 0x3000_8001;
    public const uint Desync = 0xD;

    private const uint WriteIdcode = 0x3001_8001;

    /// <summary>Words as CFG_IN takes them: bit 31 of the first is shifted first.</summary>
    public static byte[] Bits(params ReadOnlySpan<uint> words)
    {
        byte[] bytes = new byte[4 * words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), words[i]);
        }

        ReverseBits(bytes, bytes);
        return bytes;
    }

    /// <summary>Bytes as a .bin file has them to bytes as CFG_IN takes them.</summary>
    public static void ReverseBits(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = Tap.BitArrays.Reverse(from[i]);
        }
    }

    /// <summary>
    /// The first identification code that a stream writes; null where there is none, as in an
    /// encrypted one. The write comes soon after the sync word, in front of all frames.
    /// </summary>
    public static uint? FindIdcode(ReadOnlySpan<byte> payload)
    {
        Span<byte> sync = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sync, Sync);
        int start = payload[..Math.Min(payload.Length, 4096)].IndexOf(sync);
        if (start < 0)
        {
            return null;
        }

        var words = payload[start..Math.Min(payload.Length, start + 1024)];
        for (int i = 4; i + 8 <= words.Length; i += 4)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(words[i..]) == WriteIdcode)
            {
                return BinaryPrimitives.ReadUInt32BigEndian(words[(i + 4)..]);
            }
        }

        return null;
    }

    /// <summary>Whether a stream has a sync word where it must be.</summary>
    public static bool HasSync(ReadOnlySpan<byte> payload)
    {
        Span<byte> sync = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sync, Sync);
        return payload[..Math.Min(payload.Length, 4096)].IndexOf(sync) >= 0;
    }
}
