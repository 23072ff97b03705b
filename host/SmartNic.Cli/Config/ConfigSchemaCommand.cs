using System.CommandLine;
using SmartNic.Cli.Shell;
using SmartNic.Features;

namespace SmartNic.Cli.Config;

/// <summary>
/// <c>snic config schema</c> and <c>snic config reference</c>: what a configuration can hold.
/// </summary>
internal static class ConfigSchemaCommand
{
    public static Command Schema() => Create(
        new Verb("schema",
            "Print the JSON schema of gateway.yaml, for editors and programs; needs no board",
            "snic config schema > gateway.schema.json"),
        ConfigSchema.Write);

    public static Command Reference() => Create(
        new Verb("reference",
            "Print every key of gateway.yaml with its limits, as Markdown; needs no board",
            "snic config reference"),
        ConfigReference.Write);

    private static Verb Create(Verb verb, Func<string> write)
    {
        verb.SetAction(result => result.InvocationConfiguration.Output.Write(write()));
        return verb;
    }
}
