using System.Security.Cryptography;
using System.Text;

namespace SmartNic.Hls.Prove;

/// <summary>
/// What was proved before, by content: the texts of both sides and of what is compared, the
/// compiler that proves, and the Yosys and ABC that it asks. Another text is another proof, so
/// nothing has to be thrown away. What was not proved is not kept.
/// </summary>
public sealed class ProofCache
{
    private readonly string _folder;
    private readonly string _tools;

    /// <param name="folder">Where it is kept; it is made if need be.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public ProofCache(string folder)
    {
        Directory.CreateDirectory(_folder = folder);
        _tools = $"{typeof(Prover).Module.ModuleVersionId}\n"
            + ExternalTool.Run(folder, "yosys", "-V");
    }

    /// <summary>The number of a proof, from all that decides it.</summary>
    internal string Key(IEnumerable<string> texts)
    {
        string all = string.Join('\0', texts.Prepend(_tools));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>How it was proved; null if it was not.</summary>
    internal string? Find(string key) =>
        File.Exists(At(key)) ? File.ReadAllText(At(key)) : null;

    /// <summary>Keeps a proof. Two that do at once keep the same.</summary>
    internal void Add(string key, string detail)
    {
        string fresh = $"{At(key)}.{Environment.ProcessId}";
        File.WriteAllText(fresh, detail);
        File.Move(fresh, At(key), overwrite: true);
    }

    private string At(string key) => Path.Combine(_folder, key);
}
