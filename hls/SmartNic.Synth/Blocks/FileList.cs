namespace SmartNic.Synth.Blocks;

/// <summary>One path a line, `-f` includes a list, `//` and `#` begin a comment.</summary>
public static class FileList
{
    /// <summary>Reads a list.</summary>
    /// <param name="root">Folder that the paths count from.</param>
    /// <param name="list">Path of the list.</param>
    /// <returns>Sources, in order, each once.</returns>
    /// <exception cref="FileNotFoundException">A named file is not there.</exception>
    public static IReadOnlyList<string> Read(string root, string list)
    {
        var files = new List<string>();
        foreach (string raw in File.ReadLines(list))
        {
            string line = raw.Split("//")[0].Split('#')[0].Trim();
            if (line.Length == 0)
            {
                continue;
            }

            bool isList = line.StartsWith("-f ", StringComparison.OrdinalIgnoreCase);
            string name = isList ? line[3..].Trim() : line;
            string path = Path.Combine(root, name);
            if (!File.Exists(path))
            {
                throw new FileNotFoundException($"{list}: {name} is not there");
            }

            files.AddRange(isList ? Read(root, path) : [name]);
        }

        return [.. files.Distinct()];
    }
}
