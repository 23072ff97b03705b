using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SmartNic.Guest.Machine;

/// <summary>
/// Writes an initramfs: a cpio archive of the "newc" form (Linux,
/// Documentation/driver-api/early-userspace/buffer-format.rst), gzip packed.
/// </summary>
internal sealed class CpioArchive : IDisposable
{
    private const int Folder = 0x41ED;     // directory, 0755
    private const int Executable = 0x81ED; // file, 0755
    private const int Symlink = 0xA1FF;
    private readonly Stream output;
    private readonly HashSet<string> folders = [];
    private long written;
    private int inode = 1;

    /// <summary>Creates the file.</summary>
    public CpioArchive(string path) =>
        output = new GZipStream(File.Create(path), CompressionLevel.Fastest);

    /// <summary>Adds a file that may be executed.</summary>
    public void AddFile(string name, byte[] contents)
    {
        AddFolders(name);
        Entry(name, Executable, contents);
    }

    /// <summary>Adds a folder.</summary>
    public void AddFolder(string name) => AddFolders(name + "/");

    /// <summary>Adds a symbolic link.</summary>
    public void AddLink(string name, string target)
    {
        AddFolders(name);
        Entry(name, Symlink, Encoding.ASCII.GetBytes(target));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Entry("TRAILER!!!", 0, []);
        output.Dispose();
    }

    private void AddFolders(string name)
    {
        for (int at = name.IndexOf('/'); at > 0; at = name.IndexOf('/', at + 1))
        {
            if (folders.Add(name[..at]))
            {
                Entry(name[..at], Folder, []);
            }
        }
    }

    private void Entry(string name, int mode, byte[] contents)
    {
        int links = mode == Folder ? 2 : 1;
        int[] fields =
        [
            inode++, mode, 0, 0, links, 0, contents.Length, 0, 0, 0, 0, name.Length + 1, 0,
        ];
        var header = new StringBuilder("070701");
        foreach (int field in fields)
        {
            header.Append(CultureInfo.InvariantCulture, $"{field:X8}");
        }

        Put(Encoding.ASCII.GetBytes(header + name + "\0"));
        Put(contents);
    }

    private void Put(byte[] bytes)
    {
        output.Write(bytes);
        written += bytes.Length;
        output.Write(new byte[(4 - (written % 4)) % 4]);
        written += (4 - (written % 4)) % 4;
    }
}
