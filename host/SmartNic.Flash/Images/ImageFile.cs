using System.IO.Compression;

namespace SmartNic.Flash.Images;

/// <summary>Reads a file, unpacked where it is compressed.</summary>
internal static class ImageFile
{
    /// <exception cref="ImageException">Damaged, empty or too large.</exception>
    public static (byte[] Bytes, bool IsCompressed) Read(string path)
    {
        using var file = File.OpenRead(path);
        var (first, second) = (file.ReadByte(), file.ReadByte());
        file.Position = 0;
        var isCompressed = first == 0x1F && second == 0x8B;
        if (!isCompressed && path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            throw new ImageException($"{path}: offset 0: is not compressed by gzip, expected "
                + "bytes 1F 8B", "take .gz off its name, if it is a bitstream as it is");
        }

        try
        {
            using Stream stream = isCompressed
                ? new GZipStream(file, CompressionMode.Decompress) : file;
            var bytes = ReadAll(path, stream);
            return bytes.Length > 0 ? (bytes, isCompressed)
                : throw new ImageException($"{path}: is empty");
        }
        catch (InvalidDataException e)
        {
            throw new ImageException($"{path}: gzip: {e.Message}", "copy or compress it again");
        }
    }

    private static byte[] ReadAll(string path, Stream stream)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 20];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            memory.Write(buffer, 0, count);

            // A .mcs file is less than three times as large as what it holds.
            if (memory.Length > 3L * FpgaImage.MaxBytes)
            {
                throw new ImageException(
                    $"{path}: has more than {3L * FpgaImage.MaxBytes} bytes: no bitstream");
            }
        }

        return memory.ToArray();
    }
}
