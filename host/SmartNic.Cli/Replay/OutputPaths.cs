using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Replay;

/// <summary>No two outputs share a file, and no output overwrites what is being read.</summary>
internal static class OutputPaths
{
    /// <exception cref="CliException">They do.</exception>
    public static void Check(ReplayOptions options)
    {
        var twice = options.Outputs.GroupBy(file => file.Port).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw CliException.Usage($"--out {twice.Key} is given {twice.Count()} times; "
                + "a port is written to one file");
        }

        var uses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in options.Inputs.Select(file => file.Path).Append(options.ConfigPath))
        {
            uses[FilePath.Resolve(path)] = "read";
        }

        foreach (var path in Written(options))
        {
            var resolved = FilePath.Resolve(path);
            if (!FilePath.IsDevice(resolved) && !uses.TryAdd(resolved, "written"))
            {
                throw CliException.Usage($"{path}: would be overwritten, but it is "
                    + $"{uses[resolved]} by the same replay; name another file");
            }
        }
    }

    private static IEnumerable<string> Written(ReplayOptions options)
    {
        IEnumerable<string?> paths = options.Outputs.Select(file => file.Path)
            .Concat(options.Tables.Select(file => file.Path))
            .Append(options.CountersPath).Append(options.TracePath);
        return paths.OfType<string>();
    }
}
