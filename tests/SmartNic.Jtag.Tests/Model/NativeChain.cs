using System.Runtime.InteropServices;

namespace SmartNic.Jtag.Tests.Model;

/// <summary>The calls of sim/jtag/snic_jtag.h.</summary>
internal static unsafe partial class NativeChain
{
    public const uint Abi = 2;
    private const string Library = "snic_jtag";

    [LibraryImport(Library, EntryPoint = "snic_jtag_abi")]
    public static partial uint AbiVersion();

    [LibraryImport(Library, EntryPoint = "snic_jtag_create")]
    public static partial nint Create(uint present, Part* parts, uint clearUs);

    [LibraryImport(Library, EntryPoint = "snic_jtag_destroy")]
    public static partial void Destroy(nint chain);

    [LibraryImport(Library, EntryPoint = "snic_jtag_period")]
    public static partial void Period(nint chain, uint picoseconds);

    [LibraryImport(Library, EntryPoint = "snic_jtag_clock")]
    public static partial void Clock(
        nint chain, byte* tms, int tmsLevel, byte* tdi, int tdiLevel, byte* tdo, ulong bits);

    [LibraryImport(Library, EntryPoint = "snic_jtag_fault")]
    public static partial void Fault(nint chain, int fault, int on);

    [LibraryImport(Library, EntryPoint = "snic_jtag_peek")]
    public static partial uint Peek(nint chain, uint fpga, int what);

    [LibraryImport(Library, EntryPoint = "snic_jtag_wait")]
    public static partial void Wait(nint chain, ulong nanoseconds);

    [LibraryImport(Library, EntryPoint = "snic_jtag_now_ns")]
    public static partial ulong NowNs(nint chain);

    [LibraryImport(Library, EntryPoint = "snic_jtag_flash")]
    public static partial byte* Flash(nint chain, uint* bytes);

    [LibraryImport(Library, EntryPoint = "snic_jtag_flash_power_loss")]
    public static partial void PowerLoss(nint chain, uint seed);

    /// <summary>snic_jtag_part.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Part
    {
        public uint Idcode;
        public uint Regions;
        public uint Slave0;
        public uint Slave1;
        public uint Slave2;
    }
}
