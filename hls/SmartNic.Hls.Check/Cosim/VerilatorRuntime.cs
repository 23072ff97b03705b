namespace SmartNic.Hls.Check.Cosim;

/// <summary>
/// Verilator's own code, compiled once per process: it takes longer than most kernels, and is the
/// same for all of them.
/// </summary>
internal static class VerilatorRuntime
{
    private static readonly string[] Objects = ["verilated.o", "verilated_threads.o"];

    private static readonly string Folder =
        Path.Combine(Path.GetTempPath(), $"snic-hls-verilated-{Environment.ProcessId}");

    private static readonly Lock Busy = new();

    /// <summary>Puts it where Verilator's makefile looks, if it is there.</summary>
    public static void Lay(string to)
    {
        lock (Busy)
        {
            if (!Directory.Exists(Folder)) return;
            Directory.CreateDirectory(to);
            foreach (string name in Objects)
                File.Copy(Path.Combine(Folder, name), Path.Combine(to, name));
        }
    }

    /// <summary>Keeps it after a build, until this process ends.</summary>
    public static void Keep(string from)
    {
        lock (Busy)
        {
            if (Directory.Exists(Folder)) return;
            Directory.CreateDirectory(Folder);
            foreach (string name in Objects)
                File.Copy(Path.Combine(from, name), Path.Combine(Folder, name));
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, true);
        }
    }
}
