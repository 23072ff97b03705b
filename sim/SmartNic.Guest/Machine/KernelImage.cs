using SmartNic.Demo;

namespace SmartNic.Guest.Machine;

/// <summary>Debian's kernel, unpacked and not installed.</summary>
internal static class KernelImage
{
    private const string Meta = "linux-image-amd64";

    /// <summary>The kernel below a folder; fetched and unpacked there when it is not yet.</summary>
    /// <exception cref="DemoException">It cannot be fetched.</exception>
    public static string Get(string folder, Progress progress)
    {
        Directory.CreateDirectory(folder);
        if (Find(folder) is { } there)
        {
            return there;
        }

        string package = Shell.Run("apt-cache", "depends", "--important", Meta).Split('\n')
            .Select(line => line.Trim().Split(' ')[^1])
            .FirstOrDefault(name => name.StartsWith("linux-image-", StringComparison.Ordinal)
                && name != Meta)
            ?? throw new DemoException($"{Meta} names no kernel: run apt-get update");
        progress.Step($"fetching {package}");
        Shell.Run("/bin/sh", "-c", $"cd '{folder}' && apt-get download {package} && "
            + $"dpkg -x {package}_*.deb unpacked && cp unpacked/boot/vmlinuz-* . && "
            + "rm -rf unpacked *.deb");
        return Find(folder) ?? throw new DemoException($"{package} holds no kernel");
    }

    private static string? Find(string folder) =>
        Directory.EnumerateFiles(folder, "vmlinuz-*").FirstOrDefault();
}
