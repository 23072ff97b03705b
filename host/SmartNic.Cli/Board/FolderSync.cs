using System.Runtime.InteropServices;

namespace SmartNic.Cli.Board;

/// <summary>Makes a rename durable: .NET opens no folders.</summary>
internal static partial class FolderSync
{
    private const int ReadFolder = 0x10000 | 0x80000; // O_RDONLY | O_DIRECTORY | O_CLOEXEC

    /// <summary>Waits until the entries of a folder are on its disk.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Flush(string folder)
    {
        var file = Open(folder, ReadFolder);
        if (file < 0)
        {
            throw new IOException($"{folder}: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        var isDone = Sync(file) == 0;
        var why = Marshal.GetLastPInvokeErrorMessage();
        _ = Close(file);
        if (!isDone)
        {
            throw new IOException($"{folder}: {why}");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
