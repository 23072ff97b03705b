using System.CommandLine;
using System.Globalization;

namespace SmartNic.Synth.Vivado;

/// <summary>`vivado FOLDER`: what the reports of `hw/corundum/ooc.sh` say.</summary>
public static class VivadoCommand
{
    private const int PathsShown = 5;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "with the reports" };
        var command = new Command("vivado", "Reads the reports of an out-of-context run of Vivado.")
        {
            folder,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName, Console.Out, Console.Error));
        return command;
    }

    /// <summary>Prints the reports of a folder.</summary>
    /// <returns>0 timing is met, 1 it is not, 2 a report is missing or not understood.</returns>
    public static int Run(string folder, TextWriter output, TextWriter error)
    {
        try
        {
            var used = UtilizationReport.Read("utilization.rpt", Lines("utilization.rpt"));
            var summary = TimingReport.ReadSummary(
                "timing_summary.rpt", Lines("timing_summary.rpt"));
            var paths = TimingReport.ReadPaths("timing_paths.rpt", Lines("timing_paths.rpt"));
            Print(output, used, summary, paths);
            return summary.IsMet ? 0 : 1;
        }
        catch (Exception e) when (e is VivadoReportException or IOException
            or UnauthorizedAccessException)
        {
            error.WriteLine($"synth: {e.Message}");
            return 2;
        }

        string[] Lines(string name) => File.ReadAllLines(Path.Combine(folder, name));
    }

    private static void Print(
        TextWriter output, IReadOnlyList<Utilization> used, TimingSummary summary,
        IReadOnlyList<RoutedPath> paths)
    {
        foreach (Utilization row in used)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Name,-16} {row.Used,10:0.#} of {row.Available,9:0.#}  {row.Share,7:P2}"));
        }

        string verdict = summary.IsMet ? "met" : "NOT MET";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"setup {summary.WorstSetupNs:0.000} ns, {summary.FailingSetup} endpoints fail; "
            + $"hold {summary.WorstHoldNs:0.000} ns, {summary.FailingHold} fail: {verdict}"));
        foreach (RoutedPath path in paths.Take(PathsShown))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{path.SlackNs,7:0.000} ns  {path.Levels,2} levels  {path.DelayNs:0.000} ns, "
                + $"{path.LogicNs / path.DelayNs:P0} logic  {path.Source} -> {path.Destination}  "
                + $"{path.Cells}"));
        }
    }
}
