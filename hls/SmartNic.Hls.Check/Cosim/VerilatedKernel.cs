using System.Numerics;
using System.Runtime.InteropServices;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Front;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>A kernel or a stage and its memories in Verilator, as a library in this
/// process.</summary>
internal sealed unsafe class VerilatedKernel : IDisposable
{
    private readonly nint _library;
    private readonly nint _model;
    private readonly delegate* unmanaged<nint, void> _close;
    private readonly delegate* unmanaged<nint, ulong*, long, ulong*, long> _run;
    private readonly delegate* unmanaged<nint, uint, uint, uint, ulong*, int> _host;
    private readonly delegate* unmanaged<long, long> _begun;
    private readonly delegate* unmanaged<long, ulong*, int> _clock;
    private readonly IReadOnlyList<Memory> _memories;
    private readonly ulong[] _words;

    /// <summary>Builds the model.</summary>
    /// <exception cref="InvalidOperationException">Verilator or clang is missing or
    /// fails.</exception>
    public VerilatedKernel(Subject subject, int seed)
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-cosim-").FullName;
        var bench = new BenchText(subject);
        _memories = subject.Design.Memories;
        _words = new ulong[bench.HostWords];
        (Shown, Trace) = (bench.Shown, bench.Trace);
        try
        {
            Build(subject, bench, folder);
            _library = NativeLibrary.Load(Path.Combine(folder, "obj_dir", "Vtop"));
            var open = (delegate* unmanaged<ulong, nint>)NativeLibrary.GetExport(
                _library, "snic_open");
            _close = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(
                _library, "snic_close");
            _run = (delegate* unmanaged<nint, ulong*, long, ulong*, long>)NativeLibrary.GetExport(
                _library, "snic_run");
            _host = (delegate* unmanaged<nint, uint, uint, uint, ulong*, int>)NativeLibrary
                .GetExport(_library, "snic_host");
            _begun = (delegate* unmanaged<long, long>)NativeLibrary.GetExport(
                _library, "snic_begun");
            _clock = (delegate* unmanaged<long, ulong*, int>)NativeLibrary.GetExport(
                _library, "snic_clock");
            _model = open((uint)seed);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>The ports that are kept clock by clock.</summary>
    public IReadOnlyList<ShownPort> Shown { get; }

    /// <summary>Their places in the words of a clock.</summary>
    public WordLayout Trace { get; }

    private static void Build(Subject subject, BenchText bench, string folder)
    {
        string At(string name) => Path.Combine(folder, name);
        foreach (var (name, text) in subject.Files) File.WriteAllText(At(name), text);
        foreach (string shell in typeof(VerilatedKernel).Assembly.GetManifestResourceNames())
            using (var to = File.Create(At(shell)))
                typeof(VerilatedKernel).Assembly.GetManifestResourceStream(shell)!.CopyTo(to);
        VerilatorRuntime.Lay(At("obj_dir"));
        File.WriteAllText(At("top.v"), bench.Verilog());
        File.WriteAllText(At("shim.cpp"), bench.Shim());
        ExternalTool.Run(folder, "verilator", "--cc", "--exe", "--build", "-O3", "-Wno-fatal",
            "--x-assign", "fast", "--x-initial", "fast", "--noassert", "-CFLAGS", "-fPIC",
            "-LDFLAGS", "-shared", "-MAKEFLAGS", "CXX=clang++ LINK=clang++ OPT_FAST=-O1",
            "--top-module", "top", "-y", ".", "+libext+.sv", "top.v", "shim.cpp");
        VerilatorRuntime.Keep(At("obj_dir"));
    }

    /// <summary>Runs packets through; gives the number that came out.</summary>
    public long Run(ReadOnlySpan<ulong> inputs, int count, Span<ulong> outputs)
    {
        fixed (ulong* i = inputs)
        fixed (ulong* o = outputs)
            return _run(_model, i, count, o);
    }

    /// <summary>The clock of the last run in which a packet began.</summary>
    public long Begun(int packet) => _begun(packet);

    /// <summary>The ports in a clock of the last run, before its edge; null where there was
    /// none.</summary>
    public ulong[]? Clock(long at)
    {
        var words = new ulong[Math.Max(2, Trace.Words)];
        fixed (ulong* to = words) return _clock(at, to) == 0 ? null : words;
    }

    /// <summary>A state, read as the host of a board reads it.</summary>
    /// <exception cref="InvalidOperationException">The memory does not answer.</exception>
    public BigInteger State(Memory memory, uint index)
    {
        Host(memory, index, 0);
        BigInteger value = 0;
        for (int w = _words.Length; w-- > 0;) value = (value << 64) | _words[w];
        return value;
    }

    /// <summary>Writes an entry, a row or a state.</summary>
    /// <exception cref="InvalidOperationException">The memory does not answer.</exception>
    public void Write(Memory memory, uint index, BigInteger value)
    {
        for (int w = 0; w < _words.Length; w++, value >>= 64)
            _words[w] = (ulong)(value & ulong.MaxValue);
        Host(memory, index, 1);
    }

    private void Host(Memory memory, uint index, uint write)
    {
        uint number = (uint)_memories.ToList().IndexOf(memory);
        fixed (ulong* data = _words)
            if (_host(_model, write, number, index, data) == 0)
                throw new InvalidOperationException($"{memory.Name} does not answer its host");
    }

    public void Dispose()
    {
        _close(_model);
        NativeLibrary.Free(_library);
    }
}
