using System.Reflection;
using Microsoft.CodeAnalysis;
using SmartNic.Hls.Front;
using SmartNic.Hls.Native;

namespace SmartNic.Hls.Check.Native;

/// <summary>A kernel, or a stage of one, as the JIT runs it, on vectors of words.</summary>
internal sealed class NativeKernel
{
    private readonly Action<ulong[], ulong[], object[]> _run;
    private readonly Action<object[], int, uint, ulong[]> _write;
    private readonly Action<object[], int, uint, ulong[]> _state;
    private readonly object[] _memories;

    private NativeKernel(Type type, int number)
    {
        _run = Method<Action<ulong[], ulong[], object[]>>(type, "Run", number);
        _write = Method<Action<object[], int, uint, ulong[]>>(type, "Write", number);
        _state = Method<Action<object[], int, uint, ulong[]>>(type, "State", number);
        _memories = Method<Func<object[]>>(type, "Memories", number)();
    }

    private NativeKernel(NativeKernel whole, Action<ulong[], ulong[], object[]> run)
    {
        (_write, _state, _memories, _run) = (whole._write, whole._state, whole._memories, run);
    }

    /// <summary>A stage by itself: it is given the packet and what else it takes, and gives the
    /// packet and whether that is open.</summary>
    /// <param name="image">The assembly that the kernel is from.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="memories">The numbers of its memories among those of the kernel.</param>
    public NativeKernel Stage(NativeImage image, IMethodSymbol stage, IEnumerable<int> memories)
    {
        int number = image.Kernels.Count + image.Stages.ToList().FindIndex(
            s => SymbolEqualityComparer.Default.Equals(s, stage));
        var run = Method<Action<ulong[], ulong[], object[]>>(
            image.ClassOf(stage), "Run", number);
        object[] own = [.. memories.Select(m => _memories[m])];
        return new(this, (inputs, outputs, _) => run(inputs, outputs, own));
    }

    private static T Method<T>(Type type, string name, int number) where T : Delegate =>
        type.GetMethod(AdapterText.Name(name, number),
            BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<T>();

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
