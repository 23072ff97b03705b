using System.Runtime.InteropServices;

namespace SmartNic.Sim.Native;

/// <summary>
/// The entry points of one loaded libsnic_sim.so. Function pointers and not LibraryImport, because
/// one process uses several variants (widths, traces) of the library side by side.
/// </summary>
internal sealed unsafe class SimLibrary
{
    private const uint Abi = 2;
    private static readonly Dictionary<string, SimLibrary> Loaded = [];

    private SimLibrary(nint module)
    {
        nint At(string name) => NativeLibrary.GetExport(module, "snic_sim_" + name);

        AbiVersion = (delegate* unmanaged<uint>)At("abi");
        Geometry = (delegate* unmanaged<uint*, uint*, uint*, void>)At("geometry");
        Create = (delegate* unmanaged<byte*, nint>)At("create");
        Destroy = (delegate* unmanaged<nint, void>)At("destroy");
        Error = (delegate* unmanaged<nint, byte*>)At("error");
        Read = (delegate* unmanaged<nint, uint, uint*, int>)At("read");
        Write = (delegate* unmanaged<nint, uint, uint, int>)At("write");
        Mode = (delegate* unmanaged<nint, int, int>)At("mode");
        Gaps = (delegate* unmanaged<nint, int, int, uint, ulong, int>)At("gaps");
        Stalls = (delegate* unmanaged<nint, int, int, uint, ulong, int>)At("stalls");
        SetTime = (delegate* unmanaged<nint, ulong, void>)At("set_time");
        Push = (delegate* unmanaged<nint, NativeFrame*, byte*, int>)At("push");
        Waiting = (delegate* unmanaged<nint, int, int, long>)At("waiting");
        Run = (delegate* unmanaged<nint, ulong, int>)At("run");
        Pop = (delegate* unmanaged<nint, NativeFrame*, byte*, uint, int>)At("pop");
        Log = (delegate* unmanaged<nint, int, void>)At("log");
        PopAccepted = (delegate* unmanaged<nint, NativeFrame*, int>)At("pop_accepted");
        Clocks = (delegate* unmanaged<nint, ulong>)At("clocks");
    }

    public delegate* unmanaged<uint> AbiVersion { get; }

    public delegate* unmanaged<uint*, uint*, uint*, void> Geometry { get; }

    public delegate* unmanaged<byte*, nint> Create { get; }

    public delegate* unmanaged<nint, void> Destroy { get; }

    public delegate* unmanaged<nint, byte*> Error { get; }

    public delegate* unmanaged<nint, uint, uint*, int> Read { get; }

    public delegate* unmanaged<nint, uint, uint, int> Write { get; }

    public delegate* unmanaged<nint, int, int> Mode { get; }

    public delegate* unmanaged<nint, int, int, uint, ulong, int> Gaps { get; }

    public delegate* unmanaged<nint, int, int, uint, ulong, int> Stalls { get; }

    public delegate* unmanaged<nint, ulong, void> SetTime { get; }

    public delegate* unmanaged<nint, NativeFrame*, byte*, int> Push { get; }

    public delegate* unmanaged<nint, int, int, long> Waiting { get; }

    public delegate* unmanaged<nint, ulong, int> Run { get; }

    public delegate* unmanaged<nint, NativeFrame*, byte*, uint, int> Pop { get; }

    public delegate* unmanaged<nint, int, void> Log { get; }

    public delegate* unmanaged<nint, NativeFrame*, int> PopAccepted { get; }

    public delegate* unmanaged<nint, ulong> Clocks { get; }

    /// <summary>Loads the variant that the options name; each path once per process.</summary>
    /// <exception cref="SimException">Not built, not loadable, or of another version.</exception>
    public static SimLibrary Load(SimOptions options)
    {
        string path = SimLocator.Find(options);
        lock (Loaded)
        {
            if (Loaded.TryGetValue(path, out SimLibrary? library))
            {
                return library;
            }

            if (!NativeLibrary.TryLoad(path, out nint module))
            {
                throw new SimException($"{path} cannot be loaded: run {options.MakeCommand}");
            }

            library = new SimLibrary(module);
            uint abi = library.AbiVersion();
            if (abi != Abi)
            {
                throw new SimException(
                    $"{path} has interface version {abi}, not {Abi}: run {options.MakeCommand}");
            }

            Loaded.Add(path, library);
            return library;
        }
    }
}
