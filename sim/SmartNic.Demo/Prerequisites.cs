namespace SmartNic.Demo;

/// <summary>The programs that the demo calls.</summary>
internal static class Prerequisites
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly (string Program, string Package)[] Needed =
    [
        ("ip", "iproute2"),
        ("bridge", "iproute2"),
        ("tcpdump", "tcpdump"),
        ("tshark", "tshark"),
    ];

    private static readonly (string Program, string Package)[] OfSimulation =
    [
        ("clang++", "clang"),
        ("verilator", "verilator"),
    ];

    /// <summary>Installs what the demo needs and is missing, as root.</summary>
    /// <param name="progress">Told what is installed.</param>
    /// <param name="isSoft">Whether the board needs no simulator.</param>
    /// <exception cref="DemoException">Something is missing and this is not root, or it cannot be
    /// installed; the message has the command.</exception>
    public static void Install(Progress progress, bool isSoft) =>
        Install(progress, isSoft ? Needed : [.. Needed, .. OfSimulation]);

    /// <summary>Installs what is missing of these, as root.</summary>
    /// <exception cref="DemoException">As above.</exception>
    public static void Install(
        Progress progress, IReadOnlyList<(string Program, string Package)> needed)
    {
        string[] missing = Missing(needed);
        if (missing.Length == 0)
        {
            return;
        }

        string command =
            "apt-get install -y --no-install-recommends " + string.Join(' ', missing);
        if (!Environment.IsPrivilegedProcess)
        {
            throw new DemoException($"packages are missing; run: sudo {command}");
        }

        progress.Step($"installing {string.Join(' ', missing)}");
        Shell.Result update = Apt("apt-get update -q");
        Shell.Result install = Apt(command);
        if (install.ExitCode != 0 || Missing(needed).Length != 0)
        {
            throw new DemoException($"{command} failed:\n{update.Error}{install.Error}");
        }
    }

    private static string[] Missing(IEnumerable<(string Program, string Package)> needed) =>
        [.. needed.Where(n => Shell.Find(n.Program) is null).Select(n => n.Package).Distinct()];

    private static Shell.Result Apt(string command) => Shell.Try(
        Limit, "/bin/sh", "-c", $"DEBIAN_FRONTEND=noninteractive {command}");
}
