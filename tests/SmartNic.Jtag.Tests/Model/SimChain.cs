using System.Reflection;
using System.Runtime.InteropServices;
using SmartNic.Flash;
using SmartNic.Testing;

namespace SmartNic.Jtag.Tests.Model;

/// <summary>What is in a simulated chain; bit 0 is nearest to TDI.</summary>
[Flags]
internal enum Present : uint
{
    OtherFirst = 1,
    Fpga0 = 2,
    Fpga1 = 4,
    OtherLast = 8,
}

/// <summary>Faults of a simulated chain.</summary>
internal enum ChainFault
{
    HoldDone = 0,
    HoldInit = 1,
    TdoLow = 2,
    TdoHigh = 3,
}

/// <summary>An FPGA of a simulated chain, with the codes of its further regions.</summary>
internal sealed record SimPart(uint Idcode, params IReadOnlyList<uint> Slaves)
{
    /// <summary>One region, 7 series.</summary>
    public static readonly SimPart Artix = new(0x0362_C093);

    /// <summary>Two regions: Alveo U50; its second region's code is not public.</summary>
    public static readonly SimPart U50 = new(0x14B7_7093, 0x04B2_2093);

    /// <summary>Three regions: VCU118; codes as its bitstreams write them.</summary>
    public static readonly SimPart Vu9p = new(0x14B3_1093, 0x04B2_2093, 0x04B2_4093);

    public NativeChain.Part Native => new()
    {
        Idcode = Idcode,
        Regions = (uint)Slaves.Count + 1,
        Slave0 = Slaves.ElementAtOrDefault(0),
        Slave1 = Slaves.ElementAtOrDefault(1),
        Slave2 = Slaves.ElementAtOrDefault(2),
    };
}

/// <summary>The verilated chain of sim/jtag: TCK, TMS, TDI, TDO.</summary>
internal sealed unsafe class SimChain : IFlashClock, IDisposable
{
    private nint _chain;

    static SimChain()
    {
        Tool.MustPass(TimeSpan.FromMinutes(5), "make", "-s", "-C", "sim/jtag");
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) =>
            name == "snic_jtag"
                ? NativeLibrary.Load(Checkout.At("build", "sim", "jtag", "libsnic_jtag.so"))
                : 0);
    }

    public SimChain(
        Present present, SimPart fpga0, SimPart? fpga1 = null, uint clearUs = 2000)
    {
        Assert.That(NativeChain.AbiVersion(), Is.EqualTo(NativeChain.Abi));
        var parts = stackalloc NativeChain.Part[2];
        parts[0] = fpga0.Native;
        parts[1] = (fpga1 ?? fpga0).Native;
        _chain = NativeChain.Create((uint)present, parts, clearUs);
    }

    public uint PeriodPs
    {
        set => NativeChain.Period(_chain, value);
    }

    public void Clock(
        ReadOnlySpan<byte> tms, bool tmsLevel, ReadOnlySpan<byte> tdi, bool tdiLevel,
        Span<byte> tdo, long bits)
    {
        fixed (byte* tmsBits = tms, tdiBits = tdi, tdoBits = tdo)
        {
            NativeChain.Clock(
                _chain, tmsBits, tmsLevel ? 1 : 0, tdiBits, tdiLevel ? 1 : 0, tdoBits,
                (ulong)bits);
        }
    }

    public void Set(ChainFault fault, bool on = true) =>
        NativeChain.Fault(_chain, (int)fault, on ? 1 : 0);

    public bool IsConfigured(int fpga = 0) => NativeChain.Peek(_chain, (uint)fpga, 0) != 0;

    public uint Stat(int fpga = 0) => NativeChain.Peek(_chain, (uint)fpga, 1);

    public uint FrameWords(int fpga = 0) => NativeChain.Peek(_chain, (uint)fpga, 2);

    /// <summary>Commands that the flash ignored: nothing that a driver should send.</summary>
    public uint Misuse => NativeChain.Peek(_chain, 0, 3);

    public long NowNs => (long)NativeChain.NowNs(_chain);

    /// <summary>What is in the flash.</summary>
    public Span<byte> Flash
    {
        get
        {
            uint bytes;
            byte* start = NativeChain.Flash(_chain, &bytes);
            return new Span<byte>(start, checked((int)bytes));
        }
    }

    public void Wait(long durationNs) => NativeChain.Wait(_chain, (ulong)durationNs);

    /// <summary>Power fails and comes back.</summary>
    public void LosePower(uint seed) => NativeChain.PowerLoss(_chain, seed);

    public void Dispose()
    {
        NativeChain.Destroy(_chain);
        _chain = 0;
    }
}
