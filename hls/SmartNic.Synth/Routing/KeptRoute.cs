using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SmartNic.Synth.Routing;

/// <summary>What came of a bench in an earlier run: one that was ended goes on from
/// there.</summary>
internal sealed class KeptRoute
{
    private readonly string _file;
    private readonly string _hash;

    private KeptRoute(string file, string hash) => (_file, _hash) = (file, hash);

    /// <summary>Whether the same bench was routed, or found to have no route.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Its longest path, or null where it has no route.</summary>
    public RoutedPath? Path { get; private set; }

    /// <summary>Reads what is there; of another bench, or torn, it is nothing.</summary>
    /// <param name="file">Where it is kept.</param>
    /// <param name="bench">All that the result follows from.</param>
    public static KeptRoute Read(string file, string bench)
    {
        var kept = new KeptRoute(
            file, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(bench))));
        string[] lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        if (lines.Length == 2 && lines[0] == kept._hash)
        {
            kept.IsThere = true;
            kept.Path = JsonSerializer.Deserialize<RoutedPath?>(lines[1]);
        }

        return kept;
    }

    /// <summary>Keeps a result.</summary>
    /// <param name="path">The longest path, or null where there is no route.</param>
    public void Write(RoutedPath? path)
    {
        (IsThere, Path) = (true, path);
        string torn = _file + ".new";
        File.WriteAllText(torn, $"{_hash}\n{JsonSerializer.Serialize(path)}\n");
        File.Move(torn, _file, overwrite: true);
    }
}
