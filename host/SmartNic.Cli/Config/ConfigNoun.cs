using System.CommandLine;

namespace SmartNic.Cli.Config;

/// <summary><c>snic config</c>: the file that says everything a gateway does.</summary>
internal static class ConfigNoun
{
    public static Command Create() => new("config", "Check, apply, export and explain gateway.yaml")
    {
        ConfigCheckCommand.Create(),
        ConfigApplyCommand.Create(),
        ConfigExportCommand.Create(),
        ConfigSchemaCommand.Schema(),
        ConfigSchemaCommand.Reference(),
    };

    /// <summary>The file argument of the verbs that read.</summary>
    public static Argument<string> FileArgument() => new("FILE")
    {
        Description = "The configuration, YAML",
    };
}
