using System.Text;
using SmartNic.Demo;

namespace SmartNic.Guest.Machine;

/// <summary>A guest's file system: busybox, programs with the libraries that they need, modules and
/// files.</summary>
internal static class Initramfs
{
    /// <summary>Writes the archive.</summary>
    /// <param name="path">The file.</param>
    /// <param name="programs">Programs of this machine; in the guest they are in PATH.</param>
    /// <param name="modules">Kernel modules, in the order in which they are inserted.</param>
    /// <param name="files">More files, by their path in the guest; <c>/etc/guest.sh</c> is read by
    /// the shell that takes commands.</param>
    /// <exception cref="DemoException">A part is not there.</exception>
    public static void Build(
        string path, IEnumerable<string> programs, IEnumerable<string> modules,
        IReadOnlyDictionary<string, byte[]> files)
    {
        using var archive = new CpioArchive(path);
        archive.AddFile("bin/busybox", File.ReadAllBytes(Shell.Find("busybox")
            ?? throw new DemoException("no busybox: apt-get install busybox-static")));
        archive.AddFile("init", Resource("init.sh"));
        string[] paths = [.. programs];
        foreach (string program in paths)
        {
            archive.AddFile("bin/" + Path.GetFileName(program), File.ReadAllBytes(program));
        }

        foreach (string library in paths.SelectMany(Libraries).Distinct())
        {
            archive.AddFile(library.TrimStart('/'), File.ReadAllBytes(library));
        }

        var order = new StringBuilder();
        foreach (string module in modules)
        {
            string name = Path.GetFileName(module);
            archive.AddFile("lib/modules/" + name, File.ReadAllBytes(module));
            order.Append(name).Append('\n');
        }

        archive.AddFile("etc/modules", Encoding.ASCII.GetBytes(order.ToString()));
        foreach (var (name, contents) in files)
        {
            archive.AddFile(name.TrimStart('/'), contents);
        }
    }

    /// <summary>Shared libraries of a program, its loader included.</summary>
    private static IEnumerable<string> Libraries(string program) =>
        Shell.Run("ldd", program).Split('\n')
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word.Trim())
            .Where(word => word.StartsWith('/') && File.Exists(word));

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(Initramfs).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
