using System.CommandLine;
using SmartNic.Hls.Types;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls types</c>: writes the narrow types of the language library.</summary>
internal static class TypesCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Out("Where the files go", "hls/SmartNic.Hls.Language/Narrow");
        var command = new Verb("types", "Write the narrow types of the language library",
            "snic-hls types --out hls/SmartNic.Hls.Language/Narrow")
        {
            folder,
        };
        command.SetAction(r =>
        {
            string to = r.GetValue(folder)!;
            Directory.CreateDirectory(to);
            foreach (int width in NarrowTypeGenerator.Widths)
                File.WriteAllText(Path.Combine(to, NarrowTypeGenerator.FileName(width)),
                    NarrowTypeGenerator.Source(width));
            return ExitCodes.Success;
        });
        return command;
    }
}
