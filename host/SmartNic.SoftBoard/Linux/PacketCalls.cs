using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmartNic.SoftBoard.Linux;

/// <summary>The Linux calls of packet sockets (packet(7)) for which .NET has no own.</summary>
internal static unsafe partial class PacketCalls
{
    public const int Family = 17;                 // AF_PACKET
    public const int RawSocket = 3 | 0x800 | 0x80000; // SOCK_RAW, _NONBLOCK, _CLOEXEC
    public const ushort EveryProtocol = 0x0300;   // ETH_P_ALL in network order
    public const int SocketLevel = 1;
    public const int SocketError = 4;
    public const int ReceiveBufferForce = 33;
    public const int PacketLevel = 263;
    public const int AddMembership = 1;
    public const int ReceiveRing = 5;
    public const int Statistics = 6;
    public const int CopyThreshold = 7;
    public const int Version = 10;
    public const int VnetHeader = 15;
    public const int QdiscBypass = 20;
    public const int IgnoreOutgoing = 23;
    public const int Version2 = 1;
    public const ushort Promiscuous = 1;
    public const int DoNotWait = 0x40;
    public const int TellLength = 0x20;           // MSG_TRUNC: the whole length is returned
    public const ulong GetFlags = 0x8913;
    public const ulong GetMtu = 0x8921;
    public const int ProtectReadWrite = 3;
    public const int MapShared = 1;
    public const int TooLong = 90;
    public const int NoSuchDevice = 6;
    public const int NoDevice = 19;
    public const int DeviceIsDown = 100;
    public const int NoBufferSpace = 105;
    public static readonly nint MapFailed = -1;

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    public static partial int Open(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    public static partial int Bind(SafeFileHandle socket, LinkAddress* address, uint bytes);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    public static partial int Set(
        SafeFileHandle socket, int level, int option, void* value, uint bytes);

    [LibraryImport("libc", EntryPoint = "getsockopt", SetLastError = true)]
    public static partial int Get(
        SafeFileHandle socket, int level, int option, void* value, uint* bytes);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    public static partial nint Receive(
        SafeFileHandle socket, byte* buffer, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "sendmmsg", SetLastError = true)]
    public static partial int Send(
        SafeFileHandle socket, Message* messages, uint count, int flags);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(
        nint address, nuint length, int protection, int flags, SafeFileHandle file, long offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(nint address, nuint length);

    /// <summary>struct sockaddr_ll.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 20)]
    public struct LinkAddress
    {
        public ushort Family;
        public ushort Protocol;
        public int Interface;
    }

    /// <summary>struct packet_mreq.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 16)]
    public struct Membership
    {
        public int Interface;
        public ushort Kind;
    }

    /// <summary>struct tpacket_req.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct RingRequest
    {
        public uint BlockBytes;
        public uint Blocks;
        public uint FrameBytes;
        public uint Frames;
    }

    /// <summary>struct tpacket_stats.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct RingStatistics
    {
        public uint Packets;
        public uint Drops;
    }

    /// <summary>struct ifreq, as far as SIOCGIFMTU and SIOCGIFFLAGS use it.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 40)]
    public struct DeviceRequest
    {
        public fixed byte Name[16];
        public int Value;
    }

    /// <summary>struct iovec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Vector
    {
        public byte* Base;
        public nuint Length;
    }

    /// <summary>struct mmsghdr.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Message
    {
        public void* Name;
        public nuint NameLength;
        public Vector* Vectors;
        public nuint VectorCount;
        public void* Control;
        public nuint ControlLength;
        public nuint Flags;
        public nuint Sent;
    }
}
