using System.Reflection;
using Microsoft.CodeAnalysis;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Language;
using SmartNic.Hls.Passes;

namespace SmartNic.Hls.Il;

/// <summary>
/// The specification of the proof: a kernel or step as the IL of the assembly that the JIT runs
/// says. Of the tree front end only the names of ports and of state are taken; the proof fails
/// where there are others.
/// </summary>
internal sealed partial class IlSpecification(Project project)
{
    /// <summary>The specification of a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="cutsStages">Its stages are not looked into: see <see cref="PipelineCut"/>.
    /// </param>
    /// <exception cref="IlException">The IL has none.</exception>
    public Design Build(CompiledKernel kernel, bool cutsStages = false)
    {
        var design = kernel.Pipeline.Design;
        var method = KernelOf(kernel.Method);
        var graph = new Graph();
        var cut = new PipelineCut(graph, design.Stages);
        int next = 0;
        var machine = new Machine(graph)
        {
            Cut = cutsStages ? (me, called, given) => IsStage(called)
                && Hand(me, cut, next++, called, given) : null,
        };
        var ports = new PortNames(design.Inputs);
        var inputs = new List<Port>();
        Node Port(string name, int width)
        {
            var node = machine.Graph.Input(ports.Next(name, width), width);
            inputs.Add(new(node.Origin.Name!, node));
            return node;
        }
        var edits = new List<Reference>();
        var arguments = method.GetParameters().Zip(kernel.Method.Parameters).Select(p =>
            StateMember.IsState(p.Second.Type) ? Place(machine, p.First, State(Bare(p.First),
                new(StateMember.Of(p.Second).Select(m => MemoryOf(design, m)))))
            : Argument(machine, p.First, Port, edits)).ToArray();
        ports.End();
        var result = machine.Invoke(method, arguments)
            ?? throw new IlException($"{method.Name} never returns");
        var names = new PortNames(design.Outputs);
        var outputs = new List<Port>();
        foreach (var leaf in PortLayout.Leaves(machine.Graph, machine.Placed(
            result, method.ReturnType), method.ReturnType, "out"))
        {
            machine.Demand($"{leaf.Name} fits its {leaf.Width} bits", leaf.Fits);
            outputs.Add(new(names.Next(leaf.Name, leaf.Width), leaf.Bits));
        }
        foreach (var edit in edits)
            foreach (var word in machine.Leaving(
                (WindowWord)machine.Read(edit), Window.LengthBytes / 8))
                outputs.Add(new(names.Next("", 64), word));
        names.End();
        return SumTrees.Run(MergeAccesses.Run(design with
        {
            Graph = machine.Graph,
            Inputs = [.. inputs, .. cut.Inputs],
            Outputs = [.. outputs, .. cut.Outputs],
            Calls = machine.Calls,
            Duties = [.. machine.Duties, .. machine.Bounds],
        }, name => new IlException($"accesses to {name} that need each other")));
    }

    /// <summary>The specification of the step of a memory.</summary>
    /// <exception cref="IlException">The IL has none.</exception>
    public Design BuildStep(CompiledKernel kernel, Memory memory, Design step)
    {
        var member = StateMember.Of(kernel.Method).Single(m => m.Name == memory.Name);
        var declared = Bare(
            KernelOf(kernel.Method).GetParameters()[member.Parameter.Ordinal]);
        foreach (string field in member.Path)
            declared = IlTypes.FieldsOf(declared).Single(f => f.Name == field).FieldType;
        var arguments = declared.GetGenericArguments();
        var method = arguments.Length == 0
            ? project.Image.Assembly.GetType(typeof(CountStep).FullName!)!.GetMethod("Step")!
            : Machine.StepOf(arguments);
        var machine = new Machine(new Graph()) { Combinational = true };
        var parameters = method.GetParameters().Select(p => p.ParameterType.GetElementType()!)
            .ToArray();
        var inputs = new List<Port>();
        var places = new List<Reference>();
        foreach (var (type, name) in parameters.Zip(["state", "arg"]))
        {
            var node = machine.Graph.Input(name, PortLayout.Width(type));
            inputs.Add(new(name, node));
            places.Add(machine.Temporary(PortLayout.Unpack(machine.Graph, type, node)));
        }
        var result = machine.Invoke(method, [.. places])
            ?? throw new IlException($"{method.Name} never returns");
        var next = machine.Pack(machine.Read(places[0]), parameters[0]);
        return SumTrees.Run(step with
        {
            Graph = machine.Graph,
            Inputs = inputs,
            Outputs = [new("state_next", next),
                new("result", machine.Pack(result, method.ReturnType))],
            Calls = [],
            Duties = [.. machine.Duties],
        });
    }

    private MethodInfo KernelOf(IMethodSymbol kernel)
    {
        string name = Project.KernelName(kernel);
        return project.Image.ClassOf(kernel).GetMethods(BindingFlags.Static | BindingFlags.Public
            | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Single(m => m
                .GetCustomAttributesData().Any(a => (a.AttributeType.FullName
                    == typeof(KernelAttribute).FullName || a.AttributeType.FullName
                    == typeof(PipelineAttribute).FullName)
                    && a.ConstructorArguments[0].Value as string == name));
    }

    /// <summary>A memory of the design; one that the tree never met has its own.</summary>
    private Memory MemoryOf(Design design, StateMember member) =>
        design.Memories.FirstOrDefault(m => m.Name == member.Name)
            ?? MemoryBuilder.Make(project.Compilation, member);

    private static IlValue State(Type type, Queue<Memory> memories) => !type.IsValueType
        ? new StateObject(memories.Dequeue())
        : new Fields(type, [.. IlTypes.FieldsOf(type).Select(f => State(f.FieldType, memories))]);

    private static IlValue Argument(Machine machine, ParameterInfo parameter,
        Func<string, int, Node> port, List<Reference> edits)
    {
        var graph = machine.Graph;
        var type = parameter.ParameterType;
        var held = type.IsByRef ? type.GetElementType()! : type;
        string name = Names.Snake(parameter.Name!);
        IlValue value;
        bool edit = IlTypes.IsLanguage(held, "EditWindow");
        if (edit || IlTypes.IsLanguage(held, "Window"))
        {
            var bytes = Enumerable.Range(0, Window.LengthBytes / 8)
                .Select(i => port($"{name}_{i}", 64)).Aggregate(graph.Concat);
            int first = edit ? EditWindow.HeadroomBytes : 0;
            if (edit) bytes = graph.Concat(graph.Constant(0, 8 * first), bytes);
            value = new WindowWord(machine.Temporary(new Word(bytes)).Cell,
                graph.Constant(first, 32));
        }
        else
        {
            value = PortLayout.Make(graph, held, name, port);
        }
        if (!type.IsByRef) return machine.Slotted(value, held);
        var place = machine.Temporary(value);
        if (edit) edits.Add(place);
        return place;
    }
}
