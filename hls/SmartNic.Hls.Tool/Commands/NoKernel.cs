using System.CommandLine;

namespace SmartNic.Hls.Tool.Commands;

/// <summary>Files without a kernel are a mistake, and silence would hide it.</summary>
internal static class NoKernel
{
    public static int Report(InvocationConfiguration io)
    {
        io.Error.WriteLine("snic-hls: no kernel in these files; mark a static method with "
            + "[Kernel(\"module_name\")] from SmartNic.Hls.Language");
        return ExitCodes.KernelRejected;
    }
}
