using SmartNic.Synth.Analysis;

namespace SmartNic.Synth;

/// <summary>Holds the results against the limit of levels.</summary>
public static class Limits
{
    /// <summary>Prints every path that is too long.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="maxLevels">
    /// Most levels between registers; of a compiled kernel also in every clock and to its ports.
    /// </param>
    /// <param name="log">Where the paths go.</param>
    /// <returns>Exit code: 1 where a module is over the limit.</returns>
    public static int Check(IEnumerable<BlockResult> results, int maxLevels, TextWriter log)
    {
        int code = 0;
        foreach (BlockResult result in results)
        {
            foreach (var (where, path) in Paths(result).Where(p => p.Path.Levels > maxLevels))
            {
                log.WriteLine($"synth: error: {result.Job.Module}{where}: {path.Levels} levels, "
                    + $"at most {maxLevels}: {path}");
                code = 1;
            }
        }

        return code;
    }

    private static IEnumerable<(string Where, TimingPath Path)> Paths(BlockResult result)
    {
        if (result.ToRegister != null)
        {
            yield return ("", result.ToRegister);
        }

        if (!result.Job.IsKernel)
        {
            yield break;
        }

        foreach (var (clock, path) in result.Clocks.Where(s => s.Value != result.ToRegister))
        {
            yield return ($", clock {clock}", path);
        }

        if (result.ToPort != null)
        {
            yield return (", to a port", result.ToPort);
        }
    }
}
