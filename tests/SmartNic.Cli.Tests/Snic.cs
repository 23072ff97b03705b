namespace SmartNic.Cli.Tests;

/// <summary>What a command line did.</summary>
internal sealed record SnicResult(int Code, string Output, string Error);

/// <summary>Runs command lines in process.</summary>
internal static class Snic
{
    public static SnicResult Run(params string[] args) =>
        RunAsync(CancellationToken.None, args).GetAwaiter().GetResult();

    public static async Task<SnicResult> RunAsync(CancellationToken cancel, params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var code = await SnicCli.RunAsync(args, output, TextWriter.Synchronized(error), cancel);
        return new SnicResult(code, output.ToString(), error.ToString());
    }
}
