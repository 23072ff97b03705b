namespace SmartNic.Cli.Shell;

/// <summary>Paths of outputs.</summary>
internal static class FilePath
{
    /// <summary>
    /// The file that a path stands for, links resolved; also where there is none yet.
    /// </summary>
    public static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        if (IsDevice(full) || new FileInfo(full).LinkTarget is null)
        {
            return full;
        }

        return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }

    /// <summary>True for what the kernel offers as a file, such as <c>/dev/stdout</c>.</summary>
    public static bool IsDevice(string fullPath) =>
        fullPath.StartsWith("/dev/", StringComparison.Ordinal)
        || fullPath.StartsWith("/proc/", StringComparison.Ordinal);
}
