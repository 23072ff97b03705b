using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmartNic.Demo;

/// <summary>Runs code inside a named network namespace (ip-netns(8)).</summary>
public static partial class NetworkNamespace
{
    private const string Folder = "/run/netns";
    private const int CloneNewNet = 0x40000000;

    /// <summary>Runs <paramref name="work"/> in a namespace and waits for it. Sockets that it opens
    /// stay there, whoever uses them later.</summary>
    /// <remarks>A thread of its own: a namespace belongs to a thread, and one of the pool would
    /// carry it into other work.</remarks>
    /// <exception cref="DemoException">The namespace is not there, or may not be entered.
    /// </exception>
    public static T Run<T>(string name, Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Enter(name);
                result = work();
            }
            catch (Exception e)
            {
                // Thrown again below, in the thread of the caller.
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }

    private static void Enter(string name)
    {
        string path = Path.Combine(Folder, name);
        if (!File.Exists(path))
        {
            throw new DemoException($"there is no network namespace {name}");
        }

        using SafeFileHandle handle = File.OpenHandle(path);
        if (SetNs(handle, CloneNewNet) != 0)
        {
            throw new DemoException(
                $"network namespace {name}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNs(SafeFileHandle handle, int kind);
}
