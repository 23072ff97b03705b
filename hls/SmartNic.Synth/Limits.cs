using SmartNic.Synth.Analysis;

namespace SmartNic.Synth;

/// <summary>Holds the results against the limit of levels.</summary>
public static class Limits
{
    /// <summary>Prints every path that is too long.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="maxLevels">Most levels of a compiled kernel's stage.</param>
    /// <param name="log">Where the paths go.</param>
    /// <returns>Exit code: 1 where a kernel is over the limit; other modules only warn.</returns>
    public static int Check(IEnumerable<BlockResult> results, int maxLevels, TextWriter log)
    {
        int code = 0;
        foreach (BlockResult result in results)
        {
            foreach (var (where, path) in Paths(result).Where(p => p.Path.Levels > maxLevels))
            {
                string word = result.Job.IsKernel ? "error" : "warning";
                log.WriteLine($"synth: {word}: {result.Job.Module}{where}: {path.Levels} levels, "
                    + $"at most {maxLevels}: {path}");
                code = result.Job.IsKernel ? 1 : code;
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

        foreach (var (stage, path) in result.Stages.Where(s => s.Value != result.ToRegister))
        {
            yield return ($", stage {stage}", path);
        }

        if (result.ToPort != null)
        {
            yield return (", to a port", result.ToPort);
        }
    }
}
