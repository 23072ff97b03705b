using SmartNic.Hls.Front;
using SmartNic.Hls.Tool;

try
{
    return Commands.Run(args);
}
catch (HlsException error)
{
    // The kernel is wrong, not the tool: the message names file, line and what to write instead.
    Console.Error.WriteLine(error.Message);
    return ExitCodes.KernelRejected;
}
catch (FormatException error)
{
    Console.Error.WriteLine($"snic-hls: {error.Message}");
    return ExitCodes.Usage;
}
catch (IOException error)
{
    Console.Error.WriteLine($"snic-hls: {error.Message}");
    return ExitCodes.Usage;
}
