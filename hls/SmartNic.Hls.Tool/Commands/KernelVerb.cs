using System.CommandLine;

namespace SmartNic.Hls.Tool.Commands;

/// <summary>A verb that compiles kernels, and prints what it finds as text or JSON.</summary>
internal static class KernelVerb
{
    /// <summary>Makes the verb.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">For the help.</param>
    /// <param name="run">
    /// Told the compiler, its kernels (one at least), and whether JSON is asked for; gives the exit
    /// code.
    /// </param>
    /// <param name="examples">Command lines, as one would type them.</param>
    public static Command Create(
        string name, string description,
        Func<Compiler, IReadOnlyList<CompiledKernel>, bool, TextWriter, int> run,
        params IReadOnlyList<string> examples)
    {
        var json = CommonOptions.Json();
        var command = new Verb(name, description, examples) { json };
        var arguments = new KernelArguments(command);
        command.SetAction(r =>
        {
            var compiler = arguments.Compiler(r);
            var kernels = compiler.Compile();
            var io = r.InvocationConfiguration;
            return kernels.Count == 0
                ? NoKernel.Report(io)
                : run(compiler, kernels, r.GetValue(json), io.Output);
        });
        return command;
    }
}
