using System.Buffers.Binary;
using SmartNic.Testing;

namespace SmartNic.Flash.Tests;

/// <summary>Bitstreams with the structure of real ones, and random frame data.</summary>
internal static class TestImage
{
    public const uint Vu9p = 0x04B3_1093;
    public const int SyncOffset = 0x50;
    private const int DualSync = 0x70;
    private const int Overhead = 0xC0;

    /// <summary>A bitstream in the order of a .bin file.</summary>
    /// <param name="bytes">About so many.</param>
    /// <param name="seed">Of the frame data.</param>
    /// <param name="idCode">FPGA that it is for.</param>
    /// <param name="dual">Whether it is for two QSPI chips.</param>
    /// <param name="nested">Whether frame data hold a synchronisation word, as of a second die.
    /// </param>
    public static byte[] Create(
        int bytes, int seed, uint idCode = Vu9p, bool dual = false, bool nested = false)
    {
        var words = new List<uint>();
        void Pad(int offset)
        {
            while (4 * words.Count < offset)
            {
                words.Add(0xFFFF_FFFF);
            }
        }

        Pad(0x40);
        words.AddRange([0x0000_00BB, 0x1122_0044]);
        Pad(SyncOffset);
        words.AddRange([0xAA99_5566, 0x2000_0000]);
        if (dual)
        {
            // Read opcode into BSPI, then go on with both chips.
            words.AddRange([0x3003_E001, 0x0000_006B, 0x3000_8001, 0x0000_0012]);
            Pad(DualSync);
            words.AddRange([0xAA99_5566, 0x2000_0000]);
        }

        var random = new Random(seed);
        var frames = new uint[Math.Max(8, (bytes - Overhead) / 4)];
        for (var i = 0; i < frames.Length; i++)
        {
            frames[i] = (uint)random.NextInt64(1L << 32);
        }

        // Bitstreams have long runs of zeros and some of ones.
        frames.AsSpan(frames.Length / 4, frames.Length / 8).Clear();
        frames.AsSpan(frames.Length / 2, frames.Length / 16).Fill(0xFFFF_FFFF);
        if (nested)
        {
            frames[frames.Length * 3 / 4] = 0xAA99_5566;
        }

        words.AddRange([0x3000_8001, 7, 0x2000_0000, 0x3001_8001, idCode, 0x3000_8001, 1,
            0x3000_4000, 0x5000_0000 | (uint)frames.Length]);
        words.AddRange(frames);
        var crc = new ConfigurationCrc();
        crc.Add(0xC, idCode);
        crc.Add(4, 1);
        foreach (var frame in frames)
        {
            crc.Add(2, frame);
        }

        words.AddRange([0x3000_0001, crc.Value, 0x3000_8001, 5, 0x3000_8001, 0xD, 0x2000_0000,
            0x2000_0000]);
        var image = new byte[4 * words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(image.AsSpan(4 * i), words[i]);
        }

        return image;
    }

    /// <summary>The same as a .bit file.</summary>
    public static byte[] Bit(byte[] payload, string part, string design = "fpga;UserID=0XFFFFFFFF")
    {
        using var file = new MemoryStream();
        file.Write([0, 9, 0x0F, 0xF0, 0x0F, 0xF0, 0x0F, 0xF0, 0x0F, 0xF0, 0, 0, 1]);
        foreach (var (key, text) in new[]
            { ('a', design), ('b', part), ('c', "2026/11/20"), ('d', "10:30:00") })
        {
            file.WriteByte((byte)key);
            file.Write([(byte)((text.Length + 1) >> 8), (byte)(text.Length + 1)]);
            file.Write(System.Text.Encoding.ASCII.GetBytes(text + "\0"));
        }

        Span<byte> length = stackalloc byte[5];
        length[0] = (byte)'e';
        BinaryPrimitives.WriteUInt32BigEndian(length[1..], (uint)payload.Length);
        file.Write(length);
        file.Write(payload);
        return file.ToArray();
    }

    /// <summary>The same as lines of a .mcs file.</summary>
    public static List<string> Mcs(ReadOnlySpan<byte> payload, long start)
    {
        var lines = new List<string>();
        long upper = -1;
        for (var at = 0; at < payload.Length; at += 16)
        {
            var address = start + at;
            if (address >> 16 != upper)
            {
                upper = address >> 16;
                lines.Add(Record(0, 4, [(byte)(upper >> 8), (byte)upper]));
            }

            lines.Add(Record(
                (int)(address & 0xFFFF), 0, payload[at..Math.Min(at + 16, payload.Length)]));
        }

        lines.Add(":00000001FF");
        return lines;
    }

    private static string Record(int address, byte type, ReadOnlySpan<byte> data)
    {
        byte[] record = [(byte)data.Length, (byte)(address >> 8), (byte)address, type, .. data];
        var sum = (byte)-record.Sum(value => value);
        return ":" + Convert.ToHexString(record) + sum.ToString("X2");
    }
}
