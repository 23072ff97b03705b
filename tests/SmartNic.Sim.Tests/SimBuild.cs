namespace SmartNic.Sim.Tests;

/// <summary>
/// Builds the libraries that tests use; make does nothing when one is up to date.
/// </summary>
internal static class SimBuild
{
    private static readonly HashSet<string> Built = [];

    /// <summary>The stand-in board that only loops frames back.</summary>
    public static SimOptions Loopback(int width = 512, int interfaces = 1, string? trace = null) =>
        Ensure(new SimOptions
        {
            DataWidthBits = width,
            Interfaces = interfaces,
            TracePath = trace,
            Top = "loopback",
        });

    /// <summary>The gateway; `top` "netlist" is the gateway as Yosys reads it.</summary>
    public static SimOptions Gateway(
        int width = 512, int interfaces = 1, string? trace = null, string? top = null) =>
        Ensure(new SimOptions
        {
            DataWidthBits = width,
            Interfaces = interfaces,
            TracePath = trace,
            Top = top,
        });

    private static SimOptions Ensure(SimOptions options)
    {
        lock (Built)
        {
            if (Built.Contains(options.Variant))
            {
                return options;
            }

            string[] words = options.MakeCommand.Split(' ');
            Tool.MustPass(TimeSpan.FromMinutes(10), words[0], words[1..]);
            Built.Add(options.Variant);
            return options;
        }
    }
}
