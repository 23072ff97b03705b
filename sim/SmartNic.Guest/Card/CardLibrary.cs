using System.Runtime.InteropServices;
using SmartNic.Demo;

namespace SmartNic.Guest.Card;

/// <summary>snic_card_frame of sim/corundum/snic_card.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeCardFrame
{
    public byte Kind;
    public byte Interface;
    public ushort Queue;
    public uint Length;
}

/// <summary>snic_card_stats of sim/corundum/snic_card.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeCardStats
{
    public ulong Clocks;
    public ulong DmaOperations;
    public ulong DmaFailed;
    public ulong DmaBytes;
    public ulong DmaOutstanding;
}

/// <summary>The entry points of libsnic_card.so.</summary>
internal sealed unsafe class CardLibrary
{
    private const uint Abi = 1;

    private CardLibrary(nint module)
    {
        nint At(string name) => NativeLibrary.GetExport(module, "snic_card_" + name);

        AbiVersion = (delegate* unmanaged<uint>)At("abi");
        Create = (delegate* unmanaged<
            delegate* unmanaged<nint, ulong, byte*, uint, int, int>, nint, ulong, nint>)
            At("create");
        Destroy = (delegate* unmanaged<nint, void>)At("destroy");
        Error = (delegate* unmanaged<nint, byte*>)At("error");
        Read = (delegate* unmanaged<nint, uint, uint*, int>)At("read");
        Write = (delegate* unmanaged<nint, uint, uint, int>)At("write");
        Dma = (delegate* unmanaged<nint, uint, uint, uint, int>)At("dma");
        Push = (delegate* unmanaged<nint, NativeCardFrame*, byte*, int>)At("push");
        Run = (delegate* unmanaged<nint, ulong, int>)At("run");
        Pop = (delegate* unmanaged<nint, NativeCardFrame*, byte*, uint, int>)At("pop");
        Stats = (delegate* unmanaged<nint, NativeCardStats*, void>)At("stats_read");
    }

    public delegate* unmanaged<uint> AbiVersion { get; }

    public delegate* unmanaged<
        delegate* unmanaged<nint, ulong, byte*, uint, int, int>, nint, ulong, nint> Create { get; }

    public delegate* unmanaged<nint, void> Destroy { get; }

    public delegate* unmanaged<nint, byte*> Error { get; }

    public delegate* unmanaged<nint, uint, uint*, int> Read { get; }

    public delegate* unmanaged<nint, uint, uint, int> Write { get; }

    public delegate* unmanaged<nint, uint, uint, uint, int> Dma { get; }

    public delegate* unmanaged<nint, NativeCardFrame*, byte*, int> Push { get; }

    public delegate* unmanaged<nint, ulong, int> Run { get; }

    public delegate* unmanaged<nint, NativeCardFrame*, byte*, uint, int> Pop { get; }

    public delegate* unmanaged<nint, NativeCardStats*, void> Stats { get; }

    /// <summary>Loads the library of a width and a number of interfaces.</summary>
    /// <exception cref="DemoException">Not built, or of another version.</exception>
    public static CardLibrary Load(int dataWidthBits, int interfaces)
    {
        string path = Path.Combine(Paths.Repository(), "build", "card",
            $"w{dataWidthBits}-if{interfaces}", "libsnic_card.so");
        string command = $"make -C sim/corundum W={dataWidthBits} IF={interfaces}";
        if (!NativeLibrary.TryLoad(path, out nint module))
        {
            throw new DemoException($"{path} is not there or cannot be loaded: run {command}");
        }

        var library = new CardLibrary(module);
        uint abi = library.AbiVersion();
        return abi == Abi ? library : throw new DemoException(
            $"{path} has interface version {abi}, not {Abi}: run {command}");
    }
}
