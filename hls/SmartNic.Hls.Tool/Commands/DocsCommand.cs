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
        var command = new Verb("docs", "Write the lists of diagnostics, operations and passes",
            "snic-hls docs --out hls/docs")
        {
            folder, rejected,
        };
        command.SetAction(r =>
        {
            string to = r.GetValue(folder)!;
            Directory.CreateDirectory(to);
            foreach (var (name, text) in DocumentWriter.All(r.GetValue(rejected)!))
                File.WriteAllText(Path.Combine(to, name), text);
            return ExitCodes.Success;
        });
        return command;
    }
}
