namespace SmartNic.Demo;

/// <summary>Where things lie in the repository.</summary>
public static class Paths
{
    /// <summary>The repository: the nearest folder above the program that has the solution.
    /// </summary>
    /// <exception cref="DemoException">The program lies elsewhere.</exception>
    public static string Repository()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "SmartNic.sln")))
            {
                return at.FullName;
            }
        }

        throw new DemoException("the demo runs in its repository: no SmartNic.sln above "
            + AppContext.BaseDirectory);
    }

    /// <summary>The captures that were recorded from the kernel.</summary>
    public static string Fixtures() =>
        Path.Combine(Repository(), "tests", "fixtures");

    /// <summary>The <c>snic</c> of the same build configuration.</summary>
    /// <exception cref="DemoException">It is not built.</exception>
    public static string Snic()
    {
        // bin/CONFIGURATION/net10.0
        DirectoryInfo framework = new(AppContext.BaseDirectory.TrimEnd('/'));
        string path = Path.Combine(Repository(), "host", "SmartNic.Cli", "bin",
            framework.Parent!.Name, framework.Name, "snic");
        return File.Exists(path) ? path : throw new DemoException(
            $"{path} is not built: make -f fpga.mk build");
    }
}
