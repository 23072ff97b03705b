using NUnit.Framework;

namespace SmartNic.Style.Tests;

/// <summary>The README's commands do what they say, from the top of the checkout.</summary>
public sealed class ReadmeTests
{
    /// <summary>
    /// Every command in a block of sh, but for make: its targets are what runs these tests
    /// (build, sim, test), or have a test project of their own (demo: SmartNic.Peer.Tests).
    /// </summary>
    private static IEnumerable<string> Commands()
    {
        bool inside = false;
        foreach (string line in Repository.Read("README.md").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = line == "```sh";
            }
            else if (inside && !line.StartsWith("make ", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }

    [TestCaseSource(nameof(Commands))]
    public void Runs(string command) =>
        Tool.MustPass(TimeSpan.FromMinutes(5), "/bin/bash", "-c", command);
}
