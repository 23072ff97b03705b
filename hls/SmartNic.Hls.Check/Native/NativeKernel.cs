using System.Reflection;
using SmartNic.Hls.Front;
using SmartNic.Hls.Native;

namespace SmartNic.Hls.Check.Native;

/// <summary>A kernel as the JIT runs it, on vectors of words.</summary>
internal sealed class NativeKernel
{
    private readonly Action<ulong[], ulong[], object[]> _run;
    private readonly Action<object[], int, uint, ulong[]> _write;
    private readonly Action<object[], int, uint, ulong[]> _state;
    private readonly object[] _memories;

    private NativeKernel(Type type, int number)
    {
        T Method<T>(string name) where T : Delegate => type.GetMethod(
            AdapterText.Name(name, number), BindingFlags.Static | BindingFlags.NonPublic)!
            .CreateDelegate<T>();
        _run = Method<Action<ulong[], ulong[], object[]>>("Run");
        _write = Method<Action<object[], int, uint, ulong[]>>("Write");
        _state = Method<Action<object[], int, uint, ulong[]>>("State");
        _memories = Method<Func<object[]>>("Memories")();
    }

    /// <summary>Every kernel of a compilation, by its module name.</summary>
    public static Dictionary<string, NativeKernel> Load(Compiler compiler) =>
        Load(compiler.Project.Image);

    /// <summary>Every kernel of an assembly, by its module name.</summary>
    public static Dictionary<string, NativeKernel> Load(NativeImage image) =>
        image.Kernels.Select((m, k) => (m, k)).ToDictionary(
            p => Project.KernelName(p.m), p => new NativeKernel(image.ClassOf(p.m), p.k));

    /// <summary>One packet.</summary>
    public void Run(ulong[] inputs, ulong[] outputs) => _run(inputs, outputs, _memories);

    /// <summary>Reads a state of the n-th memory.</summary>
    public void State(int memory, uint index, ulong[] words) =>
        _state(_memories, memory, index, words);

    /// <summary>Writes an entry of the n-th memory.</summary>
    public void Write(int memory, uint index, ulong[] words) =>
        _write(_memories, memory, index, words);
}
