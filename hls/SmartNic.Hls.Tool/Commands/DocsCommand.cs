using System.CommandLine;
using SmartNic.Hls.Tool.Docs;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls docs</c>: writes the documents that are made from the code.</summary>
internal static class DocsCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Out("Where the documents go", "hls/docs");
        var rejected = new Option<string>("--rejected")
        {
            Description = "Folder of rejected kernels, the examples of diagnostics",
            HelpName = "DIR",
            DefaultValueFactory = _ => "tests/SmartNic.Hls.Tests/ShouldFail",
        };
        var ledger = new Option<string>("--ledger")
        {
            Description = "Ranges that the fuzzer ran",
            HelpName = "FILE",
            DefaultValueFactory = _ => "hls/docs/fuzz.ledger",
        };
        var command = new Verb("docs", "Write the lists of diagnostics, operations and passes, and "
            + "what was fuzzed", "snic-hls docs --out hls/docs")
        {
            folder, rejected, ledger,
        };
        command.SetAction(r =>
        {
            string to = r.GetValue(folder)!;
            Directory.CreateDirectory(to);
            foreach (var (name, text) in DocumentWriter.All(
                r.GetValue(rejected)!, r.GetValue(ledger)!))
                File.WriteAllText(Path.Combine(to, name), text);
            return ExitCodes.Success;
        });
        return command;
    }
}
