using System.Buffers.Binary;
using System.Globalization;

namespace SmartNic.Flash.Images;

/// <summary>
/// Intel HEX, as Vivado's .mcs: lines of colon, count, 16-bit address, type, data and a checksum
/// that makes the sum of all bytes zero. Types 0 data, 1 end, 2 and 4 upper address bits, 3 and 5
/// a start address, which a flash has no use for.
/// </summary>
internal static class IntelHex
{
    private const int Overhead = 5;

    /// <exception cref="ImageException">It is none, or damaged; the message has the line.
    /// </exception>
    public static FpgaImage Parse(string path, byte[] bytes)
    {
        var records = new List<(long Address, byte[] Data)>();
        var (line, at, isOver) = (0, 0, false);
        long upper = 0;
        while (at < bytes.Length)
        {
            line++;
            var end = Array.IndexOf(bytes, (byte)'\n', at);
            var text = bytes.AsSpan(at, (end < 0 ? bytes.Length : end) - at).TrimEnd("\r "u8);
            at = end < 0 ? bytes.Length : end + 1;
            if (text.IsEmpty)
            {
                continue;
            }

            if (isOver)
            {
                throw Wrong(path, line, "there is a record after the end record");
            }

            var record = Record(path, line, text);
            var data = record[4..^1];
            switch (record[3])
            {
                case 0:
                    records.Add((upper + BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(1)),
                        data));
                    break;
                case 1:
                    isOver = true;
                    break;
                case 2 when data.Length == 2:
                    upper = (long)BinaryPrimitives.ReadUInt16BigEndian(data) << 4;
                    break;
                case 4 when data.Length == 2:
                    upper = (long)BinaryPrimitives.ReadUInt16BigEndian(data) << 16;
                    break;
                case 3 or 5:
                    break;
                default:
                    throw Wrong(path, line, $"record of type {record[3]} with {data.Length} bytes; "
                        + "expected type 0 to 5, two bytes in types 2 and 4");
            }
        }

        return isOver ? Join(path, records) : throw Wrong(path, line,
            "the file ends without an end record (:00000001FF): it was cut short");
    }

    private static byte[] Record(string path, int line, ReadOnlySpan<byte> text)
    {
        if (text[0] != ':')
        {
            throw Wrong(path, line, "expected ':' at the start of the line");
        }

        if (text.Length % 2 == 0 || text.Length < 1 + (2 * Overhead))
        {
            throw Wrong(path, line, $"{text.Length} characters: expected an odd number, of "
                + $"{1 + (2 * Overhead)} or more");
        }

        var record = new byte[text.Length / 2];
        if (Convert.FromHexString(text[1..], record, out _, out _)
            != System.Buffers.OperationStatus.Done)
        {
            throw Wrong(path, line, "there is a character that is no hexadecimal digit");
        }

        if (record[0] != record.Length - Overhead)
        {
            throw Wrong(path, line, $"says {record[0]} bytes of data, but has "
                + $"{record.Length - Overhead}");
        }

        byte sum = 0;
        foreach (var value in record.AsSpan(0, record.Length - 1))
        {
            sum -= value;
        }

        return sum == record[^1] ? record : throw Wrong(path, line, string.Create(
            CultureInfo.InvariantCulture, $"checksum {record[^1]:X2}, expected {sum:X2}"));
    }

    private static FpgaImage Join(string path, List<(long Address, byte[] Data)> records)
    {
        if (records.Count == 0)
        {
            throw new ImageException($"{path}: has no data");
        }

        var start = records.Min(r => r.Address);
        var length = records.Max(r => r.Address + r.Data.Length) - start;
        if (length > FpgaImage.MaxBytes)
        {
            throw new ImageException($"{path}: its data span {length} bytes, more than "
                + $"{FpgaImage.MaxBytes}: is it for one flash?");
        }

        // What no record names stays as it is in an erased flash.
        var payload = new byte[length];
        Array.Fill(payload, (byte)0xFF);
        foreach (var (address, data) in records)
        {
            data.CopyTo(payload, address - start);
        }

        return new FpgaImage(path, null, null, null, payload, "mcs", LoadAddress: start);
    }

    private static ImageException Wrong(string path, int line, string what) =>
        new($"{path}:{line}: {what}", "build it again with write_cfgmem -format mcs");
}
