namespace SmartNic.Registers.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    /// <summary>The folder with SmartNic.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SmartNic.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("no SmartNic.sln above");
    }
}
