using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SmartNic.Flash.Images;

/// <summary>
/// Xilinx .bit: a header of fields a (design), b (part), c (date), d (time), each a letter, a
/// 16-bit length and text with a zero at its end, then e: a 32-bit length and the data.
/// </summary>
internal static class BitFile
{
    private static ReadOnlySpan<byte> Magic =>
        [0, 9, 0x0F, 0xF0, 0x0F, 0xF0, 0x0F, 0xF0, 0x0F, 0xF0, 0, 0, 1];

    /// <summary>Whether it starts as one.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    /// <exception cref="ImageException">It is none, or damaged.</exception>
    public static FpgaImage Parse(string path, byte[] bytes)
    {
        if (!Is(bytes))
        {
            throw new ImageException($"{path}: offset 0: is no .bit file, expected bytes "
                + $"{Convert.ToHexString(Magic)}, found "
                + Convert.ToHexString(bytes.AsSpan(0, Math.Min(Magic.Length, bytes.Length))));
        }

        var at = Magic.Length;
        var design = Text(path, bytes, ref at, 'a');
        var part = Text(path, bytes, ref at, 'b');
        var date = Text(path, bytes, ref at, 'c');
        var time = Text(path, bytes, ref at, 'd');
        Expect(path, bytes, ref at, 'e');
        var length = BinaryPrimitives.ReadUInt32BigEndian(Take(path, bytes, ref at, 4, 'e'));
        if (length != bytes.Length - at)
        {
            throw new ImageException(string.Create(CultureInfo.InvariantCulture,
                $"{path}: offset 0x{at - 4:X}: field e says {length} bytes of data, but "
                + $"{bytes.Length - at} follow: {(length > bytes.Length - at ? "it was cut short"
                    : "there is something behind it")}"), "copy or build it again");
        }

        // Vivado's part names lack the "xc" that everything else has.
        return new FpgaImage(path, design,
            part.StartsWith("xc", StringComparison.OrdinalIgnoreCase) ? part : "xc" + part,
            $"{date} {time}", bytes.AsMemory(at), "bit");
    }

    private static string Text(string path, byte[] bytes, ref int at, char key)
    {
        Expect(path, bytes, ref at, key);
        var length = BinaryPrimitives.ReadUInt16BigEndian(Take(path, bytes, ref at, 2, key));
        return Encoding.ASCII.GetString(Take(path, bytes, ref at, length, key)).TrimEnd('\0');
    }

    private static void Expect(string path, byte[] bytes, ref int at, char key)
    {
        var found = Take(path, bytes, ref at, 1, key)[0];
        if (found != key)
        {
            throw new ImageException(string.Create(CultureInfo.InvariantCulture,
                $"{path}: offset 0x{at - 1:X}: expected field '{key}', found byte {found:X2}"));
        }
    }

    private static ReadOnlySpan<byte> Take(
        string path, byte[] bytes, ref int at, int count, char key)
    {
        if (count > bytes.Length - at)
        {
            throw new ImageException(string.Create(CultureInfo.InvariantCulture,
                $"{path}: offset 0x{at:X}: field '{key}' needs {count} bytes, but "
                + $"{bytes.Length - at} are left: it was cut short"), "copy or build it again");
        }

        at += count;
        return bytes.AsSpan(at - count, count);
    }
}
