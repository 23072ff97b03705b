using System.Text.RegularExpressions;

namespace SmartNic.Synth.Blocks;

/// <summary>A file list `hw/BLOCK/BLOCK.f`.</summary>
/// <param name="Name">Name of the block.</param>
/// <param name="Files">Sources, from the repository's root.</param>
public sealed record RtlBlock(string Name, IReadOnlyList<string> Files);

/// <summary>A module of the repository.</summary>
/// <param name="Name">Name of the module.</param>
/// <param name="File">Source, from the repository's root.</param>
/// <param name="Uses">Modules of the repository that its file instantiates.</param>
/// <param name="Parameters">Names of the parameters that its file declares.</param>
public sealed record RtlModule(
    string Name, string File, IReadOnlySet<string> Uses, IReadOnlySet<string> Parameters);

/// <summary>All RTL that the file lists under `hw/` name.</summary>
public sealed partial class RtlLibrary
{
    private readonly Dictionary<string, RtlModule> _modules = [];

    private RtlLibrary(string root, IReadOnlyList<RtlBlock> blocks)
    {
        Root = root;
        Blocks = blocks;
        var texts = blocks.SelectMany(b => b.Files).Distinct()
            .ToDictionary(f => f, f => Comment().Replace(File.ReadAllText(Path.Combine(root, f)), ""));
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
        var lists = Directory.GetDirectories(Path.Combine(root, "hw"))
            .Select(d => Path.Combine(d, Path.GetFileName(d) + ".f"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal);
        return new RtlLibrary(root, lists
            .Select(l => new RtlBlock(Path.GetFileNameWithoutExtension(l), FileList.Read(root, l)))
            .ToArray());
    }

    /// <summary>A module by its name.</summary>
    /// <param name="name">Name of the module.</param>
    public RtlModule Module(string name) => _modules[name];

    /// <summary>Modules of a block that no other module of the block instantiates.</summary>
    /// <param name="block">A block.</param>
    /// <returns>The modules, in the order of the file list.</returns>
    public IReadOnlyList<RtlModule> Tops(RtlBlock block)
    {
        var own = block.Files.SelectMany(f => _modules.Values.Where(m => m.File == f)).ToList();
        return [.. own.Where(m => !own.Any(o => o.File != m.File && o.Uses.Contains(m.Name)))
            .DistinctBy(m => m.File)];
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

    [GeneratedRegex(@"//.*|/\*[\s\S]*?\*/")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*module\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bparameter\s+(?:[a-z]\w*\s+)*(?:\[[^\]]*\]\s*)?([A-Z]\w*)\s*=")]
    private static partial Regex Parameter();
}
