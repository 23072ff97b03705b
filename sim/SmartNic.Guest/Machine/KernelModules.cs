using System.Text;
using SmartNic.Demo;

namespace SmartNic.Guest.Machine;

/// <summary>Modules of an unpacked kernel.</summary>
internal static class KernelModules
{
    private const string Extension = ".ko";

    /// <summary>Modules and all that they need, in an order in which they can be inserted.
    /// </summary>
    /// <param name="folder">Where <see cref="KernelImage"/> put them.</param>
    /// <param name="names">Names as <c>modprobe</c> takes them, with underscores.</param>
    /// <returns>Paths of their files.</returns>
    /// <exception cref="DemoException">The kernel has no such module.</exception>
    public static IReadOnlyList<string> InOrder(string folder, IEnumerable<string> names)
    {
        Dictionary<string, string> files = [];
        foreach (string file in Directory.EnumerateFiles(
            Path.Combine(folder, "lib"), "*" + Extension, SearchOption.AllDirectories))
        {
            files[Path.GetFileNameWithoutExtension(file).Replace('-', '_')] = file;
        }

        List<string> order = [];
        foreach (string name in names)
        {
            Add(name);
        }

        return order;

        void Add(string name)
        {
            string file = files.GetValueOrDefault(name)
                ?? throw new DemoException($"the guest's kernel has no module {name}");
            if (order.Contains(file))
            {
                return;
            }

            foreach (string needed in Needed(file))
            {
                Add(needed);
            }

            order.Add(file);
        }
    }

    /// <summary>The list that a module has of others, in its section of strings that end with zero.
    /// </summary>
    private static string[] Needed(string file)
    {
        ReadOnlySpan<byte> key = "\0depends="u8;
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
        int at = bytes.IndexOf(key);
        if (at < 0)
        {
            return [];
        }

        ReadOnlySpan<byte> list = bytes[(at + key.Length)..];
        return Encoding.ASCII.GetString(list[..list.IndexOf((byte)0)]).Replace('-', '_')
            .Split(',', StringSplitOptions.RemoveEmptyEntries);
    }
}
