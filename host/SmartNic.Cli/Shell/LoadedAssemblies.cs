using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace SmartNic.Cli.Shell;

/// <summary>
/// A process that runs for months loads no code in its middle: the runtime opens an assembly's file
/// when it is first needed, and then there may be no free descriptor, or a package's upgrade may
/// have replaced the file by that of another version.
/// </summary>
internal static class LoadedAssemblies
{
    /// <summary>Loads what our own code and the answers to clients need.</summary>
    /// <param name="root">The program.</param>
    /// <returns>How many there are.</returns>
    [UnconditionalSuppressMessage("Trimming", "IL2026",
        Justification = "A reference that trimming removed is not needed later either.")]
    public static int LoadAll(Assembly root)
    {
        HashSet<string> known = [root.FullName!];
        Stack<Assembly> toSearch = new([root]);
        while (toSearch.TryPop(out var assembly))
        {
            foreach (var name in assembly.GetReferencedAssemblies())
            {
                if (known.Add(name.FullName) && TryLoad(name) is { } loaded && IsSearched(name))
                {
                    toSearch.Push(loaded);
                }
            }
        }

        return known.Count;
    }

    // The rest of the framework stays: each assembly costs two descriptors.
    private static bool IsSearched(AssemblyName name) =>
        name.Name!.StartsWith("SmartNic.", StringComparison.Ordinal)
        || name.Name is "System.Text.Json" or "System.Net.Sockets";

    // One that is nowhere is for another platform: what refers to it does not run here.
    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException
            or BadImageFormatException)
        {
            return null;
        }
    }
}
