using SmartNic.Synth.Blocks;

namespace SmartNic.Synth;

/// <summary>Chooses what is mapped, and with which parameters.</summary>
public static class JobList
{
    private const string Width = "DATA_W";

    /// <summary>One job per top module of the chosen blocks.</summary>
    /// <param name="library">The RTL.</param>
    /// <param name="blocks">Names of blocks; none for all but what holds the whole gateway
    /// again.</param>
    /// <param name="width">Stream width in bits; null for the modules' default.</param>
    /// <param name="settings">`MODULE.PARAMETER=VALUE`.</param>
    /// <returns>The jobs.</returns>
    /// <exception cref="ArgumentException">A block, module or parameter does not exist.</exception>
    public static IReadOnlyList<SynthJob> Of(
        RtlLibrary library, IReadOnlyCollection<string> blocks, int? width,
        IEnumerable<string> settings)
    {
        string? unknown = blocks.FirstOrDefault(n => library.Blocks.All(b => b.Name != n));
        if (unknown != null)
        {
            string known = string.Join(", ", library.Blocks.Select(b => b.Name));
            throw new ArgumentException($"no block {unknown}: there are {known}");
        }

        var set = settings.Select(Setting.Parse).ToList();
        var jobs = new List<SynthJob>();
        foreach (RtlBlock block in library.Blocks)
        {
            if (blocks.Count == 0 || blocks.Contains(block.Name))
            {
                jobs.AddRange(library.Tops(block).Where(m => blocks.Count > 0 || !Wraps(library, m))
                    .Select(m => Job(library, block, m, width, set)));
            }
        }

        Setting? unused = set.FirstOrDefault(s => jobs.All(j => j.Module != s.Module));
        return unused == null
            ? jobs
            : throw new ArgumentException($"--set {unused}: no such module is mapped");
    }

    /// <summary>The whole gateway as a board's shell instantiates it.</summary>
    /// <param name="library">The RTL.</param>
    /// <returns>The job.</returns>
    public static SynthJob Shell(RtlLibrary library)
    {
        RtlBlock block = library.Blocks.Single(b => b.Name == "corundum");
        return Job(library, block, library.Module("mqnic_app_block"), null, []);
    }

    /// <summary>
    /// An adapter holds the whole gateway: mapping both would map everything twice, so adapters
    /// are mapped when their block is asked for.
    /// </summary>
    private static bool Wraps(RtlLibrary library, RtlModule module)
    {
        var whole = library.Blocks.FirstOrDefault(b => b.Name == "top");
        return whole != null && library.Tops(whole).Any(t => t.Name != module.Name
            && library.FilesOf(module).Contains(t.File));
    }

    private static SynthJob Job(
        RtlLibrary library, RtlBlock block, RtlModule module, int? width, List<Setting> set)
    {
        var parameters = new Dictionary<string, int>();
        if (width != null && module.Parameters.Contains(Width))
        {
            parameters[Width] = width.Value;
        }

        foreach (Setting setting in set.Where(s => s.Module == module.Name))
        {
            if (!module.Parameters.Contains(setting.Parameter))
            {
                throw new ArgumentException($"--set {setting}: no such parameter");
            }

            parameters[setting.Parameter] = setting.Value;
        }

        var files = library.FilesOf(module).Select(f => Path.Combine(library.Root, f)).ToArray();
        bool isKernel = module.Name.Contains("_kernel", StringComparison.Ordinal);
        var includes = library.IncludeFolders
            .Select(f => Path.Combine(library.Root, f)).ToArray();
        return new SynthJob(block.Name, module.Name, files, includes, parameters, isKernel);
    }

    private sealed record Setting(string Module, string Parameter, int Value)
    {
        public static Setting Parse(string text)
        {
            string[] parts = text.Split('.', '=');
            return parts.Length == 3 && int.TryParse(parts[2], out int value)
                ? new Setting(parts[0], parts[1], value)
                : throw new ArgumentException($"--set {text}: MODULE.PARAMETER=VALUE is expected");
        }

        public override string ToString() => $"{Module}.{Parameter}={Value}";
    }
}
