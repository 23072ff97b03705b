using System.Text.Encodings.Web;
using System.Text.Json;
using SmartNic.Synth.Analysis;

namespace SmartNic.Synth.Reports;

/// <summary>The report for programs.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes everything that was measured.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="family">Device family.</param>
    /// <param name="maxLevels">Limit of levels.</param>
    /// <param name="results">What was measured.</param>
    public static void Write(
        string path, string family, int maxLevels, IEnumerable<BlockResult> results)
    {
        var report = new
        {
            family,
            maxLevels,
            blocks = results.Select(r => new
            {
                block = r.Job.Block,
                module = r.Job.Module,
                parameters = r.Job.Parameters,
                isKernel = r.Job.IsKernel,
                lut = r.Area.Lut,
                ff = r.Area.FlipFlop,
                srl = r.Area.ShiftRegister,
                lutRam = r.Area.LutRam,
                bram36 = r.Area.BlockRam36,
                uram = r.Area.UltraRam,
                dsp = r.Area.Dsp,
                carry = r.Area.Carry,
                wideMux = r.Area.WideMux,
                levels = r.Levels,
                toRegister = Path(r.ToRegister),
                toPort = Path(r.ToPort),
                clocks = r.Clocks.OrderBy(s => s.Key)
                    .Select(s => new { clock = s.Key, path = Path(s.Value) }),
                seconds = Math.Round(r.Seconds, 1),
            }),
        };
        new FileInfo(path).Directory!.Create();
        File.WriteAllText(path, JsonSerializer.Serialize(report, Options) + "\n");
    }

    private static object? Path(TimingPath? path) => path == null ? null : new
    {
        levels = path.Levels,
        lutLevels = path.LutLevels,
        carryChains = path.CarryChains,
        carryBits = path.CarryBits,
        dspLevels = path.DspLevels,
        lutsInChains = path.LutsInChains,
        from = path.From,
        to = path.To,
        steps = path.Steps,
    };
}
