using SmartNic.Registers;

// smartnic-registers [--check] [ROOT]: writes (or compares) the files that follow from the spec.
// Exit code 0: written or equal; 1: --check found a difference; 2: bad arguments.
var check = args.Contains("--check");
var rest = args.Where(a => a != "--check").ToArray();
if (rest.Length > 1 || rest.Any(a => a.StartsWith('-')))
{
    Console.Error.WriteLine("usage: SmartNic.Registers.Tool [--check] [REPOSITORY_ROOT]");
    return 2;
}

var root = rest.Length == 1 ? rest[0] : Directory.GetCurrentDirectory();
IReadOnlyList<GeneratedFile> files;
try
{
    files =
    [
        .. GeneratedFiles.Of(GatewaySpec.Device), .. FeatureList.Of(root), ReasonLock.Of(root),
    ];
}
catch (InvalidDataException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

var differences = 0;
foreach (var file in files)
{
    var path = Path.Combine(root, file.Path);
    var isEqual = File.Exists(path) && File.ReadAllText(path) == file.Text;
    if (!isEqual && check)
    {
        Console.Error.WriteLine($"{file.Path}: differs from the specification");
    }
    else if (!isEqual)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Text);
        Console.WriteLine($"{file.Path}: written");
    }

    differences += isEqual ? 0 : 1;
}

return check && differences > 0 ? 1 : 0;
