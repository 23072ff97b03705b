using System.Runtime.InteropServices;
using System.Text.Json;

namespace SmartNic.Bench;

/// <summary>The results on the screen and in the file.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>The machine that this runs on.</summary>
    public static Machine Machine()
    {
        return new Machine(Cpu(), Environment.ProcessorCount,
            RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription);
    }

    private static string Cpu()
    {
        const string file = "/proc/cpuinfo";
        string? line = !File.Exists(file) ? null : File.ReadLines(file)
            .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line?.Split(':')[1].Trim() ?? "unknown";
    }

    /// <summary>Writes the file.</summary>
    public static void Save(string path, Results results)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, JsonSerializer.Serialize(results, Options) + "\n");
    }

    /// <summary>Prints a line per figure.</summary>
    public static void Print(TextWriter to, Results r)
    {
        to.WriteLine($"machine     {r.Machine.Cpu}, {r.Machine.Cores} cores, {r.Machine.Runtime}");
        foreach (Throughput t in r.Throughput ?? [])
        {
            to.WriteLine($"throughput  {t.Direction} {t.InnerBytes,5} B  {t.Clocks,8:0.000} "
                + $"clocks a packet, {t.ExpectedClocks} expected"
                + (t.HasBubbles ? "  BUBBLES" : ""));
        }

        foreach (Latency l in r.Latency ?? [])
        {
            to.WriteLine($"latency     {l.Direction} {l.InnerBytes,5} B  {l.Clocks,4} clocks, "
                + $"at most {Latency.Most}{(l.Clocks > Latency.Most ? "  TOO LONG" : "")}");
        }

        foreach (SimulationSpeed s in r.Simulation ?? [])
        {
            to.WriteLine($"simulation  {s.InnerBytes,5} B  {s.ClocksPerSecond / 1e6:0.00} M "
                + $"clocks/s, {s.PacketsPerSecond / 1e6:0.00} M packets/s, busy both ways");
        }

        foreach (NativeSpeed n in r.Native ?? [])
        {
            to.WriteLine($"native      {n.Direction} {n.InnerBytes,5} B  "
                + $"{n.PacketsPerSecond / 1e6:0.0} M packets/s "
                + $"(best {n.BestPacketsPerSecond / 1e6:0.0}), {n.Flows} flows, "
                + $"{n.Tenants} tenants, one core");
        }

        if (r.Driver is { } d)
        {
            to.WriteLine($"driver      {d.WritesPerEntry:0.0} words an entry, "
                + $"{d.EntriesPerSecond / 1e6:0.00} M entries/s, {d.ReadsPerTransaction} reads a "
                + $"transaction, {d.BytesAllocatedPerEntry:0.00} B garbage an entry");
        }

        foreach (ChangeSpeed c in r.Changes ?? [])
        {
            to.WriteLine($"change      {c.What,-7} {c.Entries,5} of {c.Slots,6} entries  "
                + $"{c.Microseconds:0.0} us (99 %: {c.MicrosecondsOf99:0.0}), at most "
                + $"{ChangeSpeed.Most:0}; {c.WritesPerChange:0.0} words, "
                + $"{c.BytesAllocatedPerChange:0} B garbage"
                + (c.Microseconds > ChangeSpeed.Most ? "  TOO LONG" : ""));
        }

        if (r.Records is { } live)
        {
            to.WriteLine($"record      {live.Entries} of {live.Slots} records  "
                + $"{live.InsertsPerSecond / 1e6:0.00} M inserts/s, {live.WritesPerInsert:0.0} "
                + $"words and {live.MovesPerInsert:0.00} moves an insert, "
                + $"{live.BytesAllocatedPerInsert:0.00} B garbage");
        }

        if (r.Build is { } b)
        {
            to.WriteLine($"build       {b.Kernels} kernels {b.KernelsSeconds:0.0} s, "
                + $"verilated board {b.BoardSeconds:0.0} s");
        }
    }
}
