using SmartNic.Demo;

namespace SmartNic.Guest.Machine;

/// <summary>The guest's file system: busybox, snic, the libraries that it needs, and files.
/// </summary>
internal static class Initramfs
{
    private static readonly TimeSpan PublishLimit = TimeSpan.FromMinutes(10);

    /// <summary>Publishes snic and writes the archive.</summary>
    /// <param name="folder">Where both go.</param>
    /// <param name="files">More files, by their path in the guest.</param>
    /// <returns>Path of the archive.</returns>
    /// <exception cref="DemoException">A part cannot be built.</exception>
    public static string Build(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        string snic = Publish();
        string path = Path.Combine(folder, "initramfs.gz");
        using var archive = new CpioArchive(path);
        archive.AddFile("bin/busybox", File.ReadAllBytes(Shell.Find("busybox")
            ?? throw new DemoException("no busybox: apt-get install busybox-static")));
        archive.AddFile("bin/snic", File.ReadAllBytes(snic));
        archive.AddFile("init", Resource("init.sh"));
        foreach (string library in Libraries(snic))
        {
            archive.AddFile(library.TrimStart('/'), File.ReadAllBytes(library));
        }

        foreach (var (name, contents) in files)
        {
            archive.AddFile(name.TrimStart('/'), contents);
        }

        return path;
    }

    private static string Publish()
    {
        string root = Paths.Repository();
        Shell.Result result = Shell.Try(PublishLimit, "make", "--no-print-directory", "-C", root,
            "-f", "fpga.mk", "publish");
        return result.ExitCode == 0 ? Path.Combine(root, "build", "publish", "snic")
            : throw new DemoException(
                $"snic cannot be published:\n{result.Output}{result.Error}");
    }

    /// <summary>Shared libraries of a program, its loader included.</summary>
    private static IEnumerable<string> Libraries(string program) =>
        Shell.Run("ldd", program).Split('\n')
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word.Trim())
            .Where(word => word.StartsWith('/') && File.Exists(word)).Distinct();

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(Initramfs).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
