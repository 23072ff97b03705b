using System.Runtime.InteropServices;

namespace SmartNic.Sim.Flash;

/// <summary>
/// The entry points of one loaded libflash_sim.so. Function pointers and not LibraryImport, because
/// one process uses several kinds of it side by side. See sim/flash/flash_sim.h.
/// </summary>
internal sealed unsafe class FlashLibrary
{
    private const uint Abi = 1;
    private const string FileName = "libflash_sim.so";
    private static readonly Dictionary<FlashBoardKind, FlashLibrary> Loaded = [];

    private FlashLibrary(nint module)
    {
        nint At(string name) => NativeLibrary.GetExport(module, "flash_sim_" + name);

        AbiVersion = (delegate* unmanaged<uint>)At("abi");
        Create = (delegate* unmanaged<uint, uint, uint, nint>)At("create");
        Destroy = (delegate* unmanaged<nint, void>)At("destroy");
        Chips = (delegate* unmanaged<nint, uint>)At("chips");
        ChipBytes = (delegate* unmanaged<nint, ulong>)At("chip_bytes");
        Read = (delegate* unmanaged<nint, uint, uint>)At("read");
        Write = (delegate* unmanaged<nint, ulong*, uint, void>)At("write");
        Wait = (delegate* unmanaged<nint, ulong, void>)At("wait");
        Now = (delegate* unmanaged<nint, ulong>)At("now");
        Reads = (delegate* unmanaged<nint, ulong>)At("reads");
        Writes = (delegate* unmanaged<nint, ulong>)At("writes");
        Cut = (delegate* unmanaged<nint, ulong, ulong, uint, void>)At("cut");
        Powered = (delegate* unmanaged<nint, int>)At("powered");
        PowerUp = (delegate* unmanaged<nint, void>)At("power_up");
        Remove = (delegate* unmanaged<nint, ulong, void>)At("remove");
        Fault = (delegate* unmanaged<nint, uint, int, long, byte, byte, void>)At("fault");
        Protect = (delegate* unmanaged<nint, uint, byte, void>)At("protect");
        Memory = (delegate* unmanaged<nint, uint, byte*>)At("memory");
        Misuse = (delegate* unmanaged<nint, uint>)At("misuse");
        Boots = (delegate* unmanaged<nint, uint>)At("boots");
    }

    public delegate* unmanaged<uint> AbiVersion { get; }

    public delegate* unmanaged<uint, uint, uint, nint> Create { get; }

    public delegate* unmanaged<nint, void> Destroy { get; }

    public delegate* unmanaged<nint, uint> Chips { get; }

    public delegate* unmanaged<nint, ulong> ChipBytes { get; }

    public delegate* unmanaged<nint, uint, uint> Read { get; }

    public delegate* unmanaged<nint, ulong*, uint, void> Write { get; }

    public delegate* unmanaged<nint, ulong, void> Wait { get; }

    public delegate* unmanaged<nint, ulong> Now { get; }

    public delegate* unmanaged<nint, ulong> Reads { get; }

    public delegate* unmanaged<nint, ulong> Writes { get; }

    public delegate* unmanaged<nint, ulong, ulong, uint, void> Cut { get; }

    public delegate* unmanaged<nint, int> Powered { get; }

    public delegate* unmanaged<nint, void> PowerUp { get; }

    public delegate* unmanaged<nint, ulong, void> Remove { get; }

    public delegate* unmanaged<nint, uint, int, long, byte, byte, void> Fault { get; }

    public delegate* unmanaged<nint, uint, byte, void> Protect { get; }

    public delegate* unmanaged<nint, uint, byte*> Memory { get; }

    public delegate* unmanaged<nint, uint> Misuse { get; }

    public delegate* unmanaged<nint, uint> Boots { get; }

    /// <summary>Loads the library of a kind; each once per process.</summary>
    /// <exception cref="SimException">Not built, not loadable, or of another version.</exception>
    public static FlashLibrary Open(FlashBoardKind kind)
    {
        var variant = kind == FlashBoardKind.BpiMicron ? "bpi-micron"
            : kind.ToString().ToLowerInvariant();
        var make = $"make -C sim/flash KIND={variant}";
        lock (Loaded)
        {
            if (Loaded.TryGetValue(kind, out var library))
            {
                return library;
            }

            var path = Find(Path.Combine(variant, FileName)) ?? throw new SimException(
                $"the simulated flash board {variant} is not built: run {make}");
            if (!NativeLibrary.TryLoad(path, out var module))
            {
                throw new SimException($"{path} cannot be loaded: run {make}");
            }

            library = new FlashLibrary(module);
            var abi = library.AbiVersion();
            if (abi != Abi)
            {
                throw new SimException(
                    $"{path} has interface version {abi}, not {Abi}: run {make}");
            }

            Loaded.Add(kind, library);
            return library;
        }
    }

    /// <summary>In build/flash of the folder of the program, or of one above it.</summary>
    private static string? Find(string file)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        for (; folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "build", "flash", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
