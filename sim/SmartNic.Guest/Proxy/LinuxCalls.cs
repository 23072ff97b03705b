using System.Runtime.InteropServices;
using SmartNic.Demo;

namespace SmartNic.Guest.Proxy;

/// <summary>Sockets that carry file descriptors, and shared mappings.</summary>
internal static unsafe partial class LinuxCalls
{
    private const int UnixDomain = 1;
    private const int StreamSocket = 1;
    private const int SocketLevel = 1;
    private const int Rights = 1;
    private const int CloseOnExec = 0x40000000;
    private const int NoSignal = 0x4000;
    private const int ProtectReadWrite = 3;
    private const int Shared = 1;
    private const int Interrupted = 4;
    private const int MaxDescriptors = 8;
    private const short Readable = 1;
    private const int CloseOnExecFlag = 1;
    private const int SetFlags = 2;

    /// <summary>Two connected sockets; the second goes to a child process.</summary>
    public static (int Ours, int Childs) SocketPair()
    {
        int* pair = stackalloc int[2];
        Check(SocketPairCall(UnixDomain, StreamSocket, 0, pair), "socketpair");
        Check(Fcntl(pair[0], SetFlags, CloseOnExecFlag), "fcntl");
        return (pair[0], pair[1]);
    }

    /// <summary>Waits for something to read.</summary>
    /// <returns>Whether there is.</returns>
    public static bool Wait(int socket, int milliseconds)
    {
        PollEntry entry = new() { Descriptor = socket, Events = Readable };
        return Poll(&entry, 1, milliseconds) > 0;
    }

    /// <summary>Reads exactly so many bytes, and the file descriptors that come with them.
    /// </summary>
    /// <returns>False when the other side has closed.</returns>
    public static bool Receive(int socket, Span<byte> data, List<int> descriptors)
    {
        byte* control = stackalloc byte[256];
        fixed (byte* bytes = data)
        {
            for (int done = 0; done < data.Length;)
            {
                IoVector vector = new()
                {
                    Base = bytes + done, Length = (nuint)(data.Length - done),
                };
                MessageHeader message = new()
                {
                    Vectors = &vector, VectorCount = 1, Control = control, ControlLength = 256,
                };
                nint count = ReceiveMessage(socket, &message, CloseOnExec);
                if (count < 0 && Marshal.GetLastPInvokeError() == Interrupted)
                {
                    continue;
                }

                if (count <= 0)
                {
                    return false;
                }

                done += (int)count;
                TakeDescriptors(control, message.ControlLength, descriptors);
            }
        }

        return true;
    }

    /// <summary>Sends all bytes.</summary>
    /// <returns>False when the other side has closed.</returns>
    public static bool Send(int socket, ReadOnlySpan<byte> data)
    {
        fixed (byte* bytes = data)
        {
            for (int done = 0; done < data.Length;)
            {
                nint count = SendCall(
                    socket, bytes + done, (nuint)(data.Length - done), NoSignal);
                if (count < 0 && Marshal.GetLastPInvokeError() != Interrupted)
                {
                    return false;
                }

                done += (int)Math.Max(count, 0);
            }
        }

        return true;
    }

    /// <summary>Maps a part of a file, shared.</summary>
    public static nint Map(int file, ulong offset, ulong length)
    {
        nint address = MapCall(0, (nuint)length, ProtectReadWrite, Shared, file, (long)offset);
        return address != -1 ? address : throw Failure("mmap");
    }

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int file);

    private static void TakeDescriptors(byte* control, nuint length, List<int> descriptors)
    {
        // One header (length, level, type), then up to MaxDescriptors descriptors.
        if (length < 16 || *(int*)(control + 8) != SocketLevel || *(int*)(control + 12) != Rights)
        {
            return;
        }

        int count = Math.Min((int)(*(nuint*)control - 16) / sizeof(int), MaxDescriptors);
        for (int i = 0; i < count; i++)
        {
            descriptors.Add(((int*)(control + 16))[i]);
        }
    }

    private static void Check(int result, string call)
    {
        if (result < 0)
        {
            throw Failure(call);
        }
    }

    private static DemoException Failure(string call) => new(
        $"{call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport("libc", EntryPoint = "socketpair", SetLastError = true)]
    private static partial int SocketPairCall(int domain, int type, int protocol, int* pair);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Fcntl(int file, int command, int argument);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(PollEntry* entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(int socket, MessageHeader* message, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint SendCall(int socket, byte* data, nuint length, int flags);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint MapCall(
        nint address, nuint length, int protection, int flags, int file, long offset);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct IoVector
    {
        public byte* Base;
        public nuint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public byte* Control;
        public nuint ControlLength;
        public int Flags;
    }
}
