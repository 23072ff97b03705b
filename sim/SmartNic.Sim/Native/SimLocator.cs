namespace SmartNic.Sim.Native;

/// <summary>Finds libsnic_sim.so of a variant.</summary>
internal static class SimLocator
{
    /// <summary>Folder that holds the variants' folders, when not below the repository.</summary>
    public const string FolderVariable = "SNIC_SIM_DIR";

    private const string FileName = "libsnic_sim.so";

    /// <summary>
    /// In this order: SNIC_SIM_DIR, build/sim of the folder of the program or one above it, and a
    /// folder sim next to the program.
    /// </summary>
    /// <exception cref="SimException">Nowhere; names the command that builds it.</exception>
    public static string Find(SimOptions options)
    {
        foreach (string folder in Folders())
        {
            string path = Path.Combine(folder, options.Variant, FileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new SimException(
            $"the simulated board {options.Variant} is not built: run {options.MakeCommand}, "
            + $"or name the folder of its library in {FolderVariable}");
    }

    private static IEnumerable<string> Folders()
    {
        string? named = Environment.GetEnvironmentVariable(FolderVariable);
        if (!string.IsNullOrEmpty(named))
        {
            yield return named;
        }

        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        for (; folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "build", "sim");
        }

        yield return Path.Combine(AppContext.BaseDirectory, "sim");
    }
}
