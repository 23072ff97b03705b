using System.Buffers.Binary;
using SmartNic.Flash;

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

    /// <summary>Words as CFG_IN takes them: bit 31 of the first is shifted first.</summary>
    public static byte[] Bits(params ReadOnlySpan<uint> words)
    {
        byte[] bytes = new byte[4 * words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), words[i]);
        }

        BitOrder.Reverse(bytes);
        return bytes;
    }
}
