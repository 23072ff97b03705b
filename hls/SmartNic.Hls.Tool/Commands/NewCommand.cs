using System.CommandLine;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls new</c>: writes what a new part of the gateway begins with.</summary>
internal static class NewCommand
{
    private const string Example = "snic-hls new feature watch";

    public static Command Create() => new Verb("new",
        "Write what a new part of the gateway begins with", Example)
    {
        Feature(),
    };

    private static Verb Feature()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "Its name: one lower-case word, the same in every room",
        };
        var root = new Option<string>("--root")
        {
            Description = "The repository",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } noun && !FeatureTemplate.IsNoun(noun))
                result.AddError($"{noun} is no name of a feature: a word of a-z and 0-9, 2 to 20 "
                    + "characters, a letter first.");
        });
        var command = new Verb("feature", "Write a feature's folders: a stage with a table, an "
            + "update, a counter and a reason to drop, and its section of the configuration",
            Example)
        {
            name, root,
        };
        command.SetAction(r => Write(r.GetRequiredValue(name), r.GetValue(root)!,
            r.InvocationConfiguration.Output, r.InvocationConfiguration.Error));
        return command;
    }

    private static int Write(string noun, string root, TextWriter output, TextWriter error)
    {
        string locked = Path.Combine(root, "hls/kernels/reasons.lock");
        int place = FeatureTemplate.FreePlace(File.Exists(locked) ? File.ReadAllText(locked) : "");
        if (place == FeatureTemplate.Places)
            return Refuse($"{locked}: all reasons of the class of policies were used; nothing was "
                + "written");
        var files = FeatureTemplate.Files(noun, place);
        string[] folders = [.. files.Select(f => Path.GetDirectoryName(f.Path)!).Distinct()];
        foreach (string folder in folders)
        {
            string parent = Path.Combine(root, Path.GetDirectoryName(folder)!);
            if (!Directory.Exists(parent))
                return Refuse($"{parent}: no such folder; run it in the repository, or name that "
                    + "with --root");
            if (Directory.Exists(Path.Combine(root, folder)))
                return Refuse($"{folder} is there already; nothing was written");
            if (Directory.EnumerateFiles(parent, "*.cs", SearchOption.AllDirectories)
                .FirstOrDefault(f => FeatureTemplate.Types(noun).IsMatch(File.ReadAllText(f)))
                is { } taken)
                return Refuse($"{noun}: {taken} has a name of what would be written; nothing was");
        }
        foreach (var (path, text) in files)
        {
            string file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            output.WriteLine(path);
        }
        string type = Path.GetFileName(folders[^1]);
        output.WriteLine($"""

            Now call its stage where it belongs, in hls/kernels/pipelines/RxPipeline.cs:
                {type}Stage.Run(ref p, frame, tables.{type});
            then: make -f fpga.mk gen build
            """);
        return ExitCodes.Success;

        int Refuse(string why)
        {
            error.WriteLine(why);
            return ExitCodes.Usage;
        }
    }
}
