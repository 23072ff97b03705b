using SmartNic.Demo;

namespace SmartNic.Guest.Machine;

/// <summary>Debian's kernel, unpacked and not installed.</summary>
internal static class KernelImage
{
    private const string Meta = "linux-image-amd64";

    // What a guest may insert; the other nine tenths of the modules stay in the package.
    private static readonly string[] Kept =
        ["net", "drivers/net", "drivers/virtio", "lib", "crypto", "arch/x86/crypto"];

    /// <summary>The kernel below a folder, its modules beside it (<see cref="KernelModules"/>);
    /// fetched and unpacked there when they are not yet.</summary>
    /// <exception cref="DemoException">It cannot be fetched, or another process does just
    /// now.</exception>
    public static string Get(string folder, Progress progress)
    {
        Directory.CreateDirectory(folder);
        using var one = new RunLock("kernel");
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
        string modules = string.Join(' ', Kept.Select(part => $"'./lib/modules/*/kernel/{part}'"));

        // The image last: where it is, the rest is whole.
        Fetch($"cd '{folder}' && rm -rf lib boot *.deb && apt-get download {package} && "
            + $"dpkg --fsys-tarfile {package}_*.deb | "
            + $"tar -x --wildcards './boot/vmlinuz-*' {modules} && "
            + "mv boot/vmlinuz-* . && rm -rf boot *.deb");
        return Find(folder) ?? throw new DemoException($"{package} holds no kernel");
    }

    private static void Fetch(string script)
    {
        Shell.Result result = Shell.Try(TimeSpan.FromMinutes(5), "/bin/sh", "-c", script);
        if (result.ExitCode != 0)
        {
            throw new DemoException($"the kernel cannot be fetched: {result.Error.Trim()}");
        }
    }

    private static string? Find(string folder) =>
        Directory.Exists(Path.Combine(folder, "lib"))
            ? Directory.EnumerateFiles(folder, "vmlinuz-*").FirstOrDefault() : null;
}
