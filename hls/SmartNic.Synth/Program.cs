using System.CommandLine;
using SmartNic.Synth;
using SmartNic.Synth.Blocks;
using SmartNic.Synth.Examples;
using SmartNic.Synth.Netlists;
using SmartNic.Synth.Reports;
using SmartNic.Synth.Routing;
using SmartNic.Synth.Vivado;

var root = new Option<DirectoryInfo>("--root")
{
    Description = "repository",
    DefaultValueFactory = _ => new DirectoryInfo(Directory.GetCurrentDirectory()),
};
var block = new Option<string[]>("--block") { Description = "only this block (repeatable)" };
var family = new Option<string>("--family")
{
    Description = "device family of synth_xilinx",
    DefaultValueFactory = _ => "xcup",
};
var width = new Option<int?>("--width") { Description = "stream width in bits (64..512)" };
var set = new Option<string[]>("--set") { Description = "MODULE.PARAMETER=VALUE (repeatable)" };
var maxLevels = new Option<int>("--max-levels")
{
    Description = "most levels in a clock of a compiled kernel",
    DefaultValueFactory = _ => 8,
};
var limit = new Option<int>("--limit")
{
    Description = "seconds that Yosys may take for a module",
    DefaultValueFactory = _ => 1200,
};
var markdown = new Option<bool>("--markdown") { Description = "print the table as Markdown" };
var board = new Option<string[]>("--board")
{
    Description = "share of this board, or of all: u50, u55n, u200, u250, u280, vcu118",
};
var maxMemory = new Option<int>("--max-memory")
{
    Description = "largest share in percent of a board's block RAM or UltraRAM",
    DefaultValueFactory = _ => 70,
};
var output = new Option<string>("--out")
{
    Description = "folder of netlists, logs and report.json",
    DefaultValueFactory = _ => "build/synth",
};

var command = new RootCommand("Maps every block with Yosys; reports area and levels of logic.")
{
    root, block, family, width, set, maxLevels, limit, markdown, board, maxMemory, output,
    VivadoCommand.Create(), ExamplesCommand.Create(), RoutingCommand.Create(),
};
command.SetAction(async parsed =>
{
    try
    {
        var yosys = new Yosys(
            Path.GetFullPath(parsed.GetValue(output)!),
            parsed.GetValue(family)!,
            TimeSpan.FromSeconds(parsed.GetValue(limit)));
        var boards = Board.Of(
            Board.Read(parsed.GetValue(root)!.FullName), parsed.GetValue(board) ?? []);
        var library = RtlLibrary.Read(parsed.GetValue(root)!.FullName);
        var jobs = JobList.Of(
            library, parsed.GetValue(block) ?? [], parsed.GetValue(width),
            parsed.GetValue(set) ?? []);
        int left = jobs.Count;
        Console.Error.WriteLine($"synth: {left} modules, two at a time, at most "
            + $"{parsed.GetValue(limit)} s each");
        var results = await Synthesis.RunAsync(yosys, jobs, 2, r => Console.Error.WriteLine(
            $"synth: {r.Job.Title}: {r.Seconds:0} s, {r.Levels} levels, {--left} to go"));
        int most = parsed.GetValue(maxLevels);
        JsonReport.Write(Path.Combine(yosys.Folder, "report.json"), yosys.Family, most, results);
        Console.Write(Table.Write(results, parsed.GetValue(markdown)));
        Console.Write(BoardTable.Write(results, boards));
        int code = Limits.Check(results, most, Console.Error);
        if (parsed.GetValue(block) is not { Length: > 0 })
        {
            // The whole gateway as a board's shell holds it, adapter and rings included.
            var known = Board.Read(parsed.GetValue(root)!.FullName);
            MemoryUse use = await MemoryUse.OfAsync(yosys, JobList.Shell(library));
            Console.Write(MemoryTable.Write(use, known));
            code |= MemoryTable.Check(use, known, parsed.GetValue(maxMemory), Console.Error);
        }

        return code;
    }
    catch (Exception e) when (e is YosysException or NetlistException or ArgumentException
        or FileNotFoundException or DirectoryNotFoundException)
    {
        Console.Error.WriteLine($"synth: {e.Message}");
        return 2;
    }
});
return await command.Parse(args).InvokeAsync();
