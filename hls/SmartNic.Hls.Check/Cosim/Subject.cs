using System.Text;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Il;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>A port that a waveform shows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Width">Bits.</param>
/// <param name="Signal">What it is in the text of the bench.</param>
/// <param name="Clock">The clock in which it is the packet's.</param>
/// <param name="Output">The output of the design that it is; null for another.</param>
internal sealed record ShownPort(
    string Name, int Width, string Signal, int Clock, string? Output = null);

/// <summary>What is co-simulated: a kernel, or a stage of one by itself.</summary>
internal abstract class Subject(Compiler compiler, CompiledKernel kernel)
{
    /// <summary>Its module.</summary>
    public abstract string Name { get; }

    /// <summary>Clocks from what it is given to what comes out, in the bench.</summary>
    public abstract int Latency { get; }

    /// <summary>Its inputs, outputs and memories, and what was made of it.</summary>
    public abstract Design Design { get; }

    /// <summary>Its IL as a graph; null where the IL has none.</summary>
    public Design? Specification()
    {
        try
        {
            return Specification(new(compiler.Project));
        }
        catch (IlException)
        {
            // The proof says so; here what was made of it has to do.
            return null;
        }
    }

    /// <summary>What the C# says, node by node, with its lines.</summary>
    public abstract Design Lowered();

    /// <summary>It as the JIT runs it.</summary>
    public abstract NativeKernel Native();

    /// <summary>What holds for most packets, if it can be had so.</summary>
    public virtual Node? Usual => null;

    /// <summary>What the JIT is given for a packet.</summary>
    public virtual ulong[] NativeInputs(ulong[] packet) => packet;

    /// <summary>Puts into what came out what nobody reads, so that it is no difference.</summary>
    /// <param name="expected">What the JIT gives.</param>
    /// <param name="found">What Verilog gives.</param>
    public virtual void Settle(ReadOnlySpan<ulong> expected, Span<ulong> found)
    {
    }

    /// <summary>True: the packet is worth to be shown.</summary>
    /// <param name="outputs">What the JIT gives.</param>
    public virtual bool IsTelling(ReadOnlySpan<ulong> outputs) => true;

    /// <summary>The module and what stands around it, in a bench with the inputs <c>i</c> and the
    /// outputs <c>o</c>; wires of memories are there.</summary>
    public abstract void Emit(StringBuilder text, WordLayout inputs, WordLayout outputs);

    /// <summary>Its accesses of memories, as they are scheduled.</summary>
    public abstract IReadOnlyList<Node> Accesses { get; }

    /// <summary>The clock of the kernel in which a packet is given to it.</summary>
    public virtual int First => 0;

    /// <summary>Its ports, as a waveform shows them.</summary>
    public abstract IReadOnlyList<ShownPort> Shown(WordLayout inputs, WordLayout outputs);

    /// <summary>Names of the memories that the kernel is given, in order.</summary>
    public IReadOnlyList<string> Parameters { get; } =
        [.. StateMember.Of(kernel.Method).Select(m => m.Name)];

    /// <summary>All texts of the kernel.</summary>
    public IReadOnlyDictionary<string, string> Files => kernel.Files;

    /// <summary>The module that updates a memory.</summary>
    public string StepOf(Memory memory) => $"{kernel.Name}_{memory.Name}_step";

    /// <summary>What was made of that.</summary>
    public Design Step(Memory memory) =>
        kernel.Steps.Single(s => s.Design.Name == StepOf(memory)).Design;

    /// <summary>Its IL as a graph.</summary>
    public Design SpecifiedStep(Memory memory) =>
        new IlSpecification(compiler.Project).BuildStep(kernel, memory, Step(memory));

    /// <summary>What its C# says.</summary>
    public Design LoweredStep(Memory memory) =>
        KernelBuilder.BuildStep(compiler.Project, kernel.Pipeline.Design, memory, new Graph());

    protected abstract Design Specification(IlSpecification il);

    protected CompiledKernel Kernel => kernel;

    protected Compiler Compiler => compiler;

    /// <summary>The clock in which a memory gets a packet's address: behind a register.</summary>
    public int Asked(Node access) => kernel.Pipeline.Issue[access] - First + 1;

    protected IEnumerable<ShownPort> MemoriesShown => Accesses.SelectMany(
        a => StageEmitter.MemoryPorts(a).Select(p => new ShownPort(p.Name, p.Width, p.Name,
            p.Input ? kernel.Pipeline.Clock[a] - First : Asked(a))));
}
