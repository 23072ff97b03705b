using System.Text.RegularExpressions;

namespace SmartNic.Synth.Blocks;

/// <summary>A folder `hw/BLOCK`: its file list and what was generated into it.</summary>
/// <param name="Name">Name of the block.</param>
/// <param name="Files">Sources, from the repository's root.</param>
public sealed record RtlBlock(string Name, IReadOnlyList<string> Files);

/// <summary>A module or package of the repository.</summary>
/// <param name="Name">Name of the module.</param>
/// <param name="File">Source, from the repository's root.</param>
/// <param name="Uses">Modules and packages that its file uses.</param>
/// <param name="Parameters">Names of the parameters that its file declares.</param>
public sealed record RtlModule(
    string Name, string File, IReadOnlySet<string> Uses, IReadOnlySet<string> Parameters)
{
    /// <summary>A package: used by modules, nothing to map.</summary>
    public bool IsPackage => Name.EndsWith("_pkg", StringComparison.Ordinal);
}

/// <summary>All RTL that the file lists under `hw/` name, and all that is generated.</summary>
public sealed partial class RtlLibrary
{
    private readonly Dictionary<string, RtlModule> _modules = [];

    private RtlLibrary(string root, IReadOnlyList<RtlBlock> blocks)
    {
        Root = root;
        Blocks = blocks;
        var texts = blocks.SelectMany(b => b.Files).Distinct()
            .ToDictionary(f => f, f => Text(Path.Combine(root, f)));
        var files = from text in texts
                    from Match m in Declaration().Matches(text.Value)
                    select (Module: m.Groups[1].Value, File: text.Key);
        var fileOf = files.DistinctBy(f => f.Module).ToDictionary(f => f.Module, f => f.File);
        foreach (var (module, file) in fileOf)
        {
            var words = Word().EnumerateMatches(texts[file]);
            var uses = new HashSet<string>();
            foreach (var word in words)
            {
                string name = texts[file].Substring(word.Index, word.Length);
                if (name != module && fileOf.ContainsKey(name))
                {
                    uses.Add(name);
                }
            }

            var parameters = Parameter().Matches(texts[file]).Select(m => m.Groups[1].Value);
            _modules[module] = new RtlModule(module, file, uses, parameters.ToHashSet());
        }
    }

    /// <summary>Folder that file names count from.</summary>
    public string Root { get; }

    /// <summary>Blocks by name of their folder.</summary>
    public IReadOnlyList<RtlBlock> Blocks { get; }

    /// <summary>Finds the file lists and reads what they name.</summary>
    /// <param name="root">The repository.</param>
    /// <returns>The library.</returns>
    /// <exception cref="FileNotFoundException">A list names a file that is not there.</exception>
    public static RtlLibrary Read(string root)
    {
        var blocks = Directory.GetDirectories(Path.Combine(root, "hw"))
            .Order(StringComparer.Ordinal)
            .Select(d => new RtlBlock(Path.GetFileName(d), FilesIn(root, d)))
            .Where(b => b.Files.Count > 0);
        return new RtlLibrary(root, blocks.ToArray());
    }

    private static IReadOnlyList<string> FilesIn(string root, string folder)
    {
        string list = Path.Combine(folder, Path.GetFileName(folder) + ".f");
        string generated = Path.Combine(folder, "rtl", "gen");
        var found = Directory.Exists(generated)
            ? Directory.GetFiles(generated).Where(f => Path.GetExtension(f) is ".v" or ".sv")
            : [];
        var listed = File.Exists(list) ? FileList.Read(root, list) : [];
        return [.. found.Order(StringComparer.Ordinal)
            .Select(f => Path.GetRelativePath(root, f)).Union(listed)];
    }

    /// <summary>Folders that hold generated headers.</summary>
    public IReadOnlyList<string> IncludeFolders => [.. Blocks
        .SelectMany(b => b.Files)
        .Where(f => f.Contains("/gen/", StringComparison.Ordinal))
        .Select(f => Path.GetDirectoryName(f)!)
        .Distinct()];

    /// <summary>A module by its name.</summary>
    /// <param name="name">Name of the module.</param>
    public RtlModule Module(string name) => _modules[name];

    /// <summary>Modules of a block that no other module of the block instantiates.</summary>
    /// <param name="block">A block.</param>
    /// <returns>The modules, in the order of the file list.</returns>
    public IReadOnlyList<RtlModule> Tops(RtlBlock block)
    {
        var own = block.Files.SelectMany(f => _modules.Values.Where(m => m.File == f)).ToList();
        bool IsUsed(RtlModule m) => own.Any(o => o.File != m.File && o.Uses.Contains(m.Name));
        return [.. own.Where(m => !m.IsPackage && !IsUsed(m)).DistinctBy(m => m.File)];
    }

    /// <summary>Files that a module needs, its own last.</summary>
    /// <param name="module">A module.</param>
    /// <returns>Sources, from the repository's root.</returns>
    public IReadOnlyList<string> FilesOf(RtlModule module)
    {
        var files = new List<string>();
        var seen = new HashSet<string>();
        Visit(module);
        return files;

        void Visit(RtlModule at)
        {
            if (seen.Add(at.Name))
            {
                foreach (string used in at.Uses.Order(StringComparer.Ordinal))
                {
                    Visit(_modules[used]);
                }

                if (!files.Contains(at.File))
                {
                    files.Add(at.File);
                }
            }
        }
    }

    private static string Text(string path) => Comment().Replace(File.ReadAllText(path), "");

    [GeneratedRegex(@"//.*|/\*[\s\S]*?\*/")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(?:module|package)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bparameter\s+(?:[a-z]\w*\s+)*(?:\[[^\]]*\]\s*)?([A-Z]\w*)\s*=")]
    private static partial Regex Parameter();
}
