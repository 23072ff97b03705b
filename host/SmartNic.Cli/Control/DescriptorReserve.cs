using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace SmartNic.Cli.Control;

/// <summary>
/// Keeps a few descriptors of the process for itself: where the runtime gets none when it needs one
/// of its own, it ends the process with "Out of memory".
/// </summary>
internal static partial class DescriptorReserve
{
    private const int Descriptors = 4;
    private const int OpenFiles = 7;

    /// <summary>Whether a client that was just accepted may stay. The kernel gives the lowest free
    /// number, so all below it are taken.</summary>
    public static bool Allows(Socket accepted) => GetLimit(OpenFiles, out var limit) != 0
        || (ulong)accepted.Handle + Descriptors < limit.Soft;

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
